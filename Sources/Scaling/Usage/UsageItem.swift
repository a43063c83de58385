import ClusterModel
package import StructuredData

/// One object that tells of usage, as dumps, usage files and lists hold them.
package enum UsageItem: Sendable {
    case series(UsageSeries)
    case metrics(PodMetrics)
    case checkpoint(VerticalPodAutoscalerCheckpoint)
    case autoscaler(VerticalPodAutoscaler)

    /// Nil, nothing being read, for an object of another kind.
    package init?(_ reader: inout Reader, _ item: Item) throws {
        switch item.kind {
        case UsageDocument.kindName:
            var document = UsageDocument()
            try document.read(from: &reader)
            guard let series = document.series else {
                throw reader.error(
                    .invalidValue,
                    "a UsageSeries needs namespace, pod or workload, container, resource cpu or "
                        + "memory, start, step in seconds and values")
            }
            self = .series(series)
        case PodMetrics.kindName where item.apiVersion.hasPrefix("metrics.k8s.io/"):
            var metrics = PodMetrics()
            try metrics.read(from: &reader)
            self = .metrics(metrics)
        case VerticalPodAutoscalerCheckpoint.kindName:
            var checkpoint = VerticalPodAutoscalerCheckpoint()
            try checkpoint.read(from: &reader)
            self = .checkpoint(checkpoint)
        case VerticalPodAutoscaler.kindName:
            var autoscaler = VerticalPodAutoscaler()
            try autoscaler.read(from: &reader)
            self = .autoscaler(autoscaler)
        default: return nil
        }
    }
}
