package import ClusterModel

extension HorizontalPodAutoscaler {
    /// The workload it scales; nil where that is of a kind aegis does not read.
    package var target: ObjectKey? {
        let target = spec.scaleTargetRef
        guard let kind = Kind(name: target.kind.string) else { return nil }
        return ObjectKey(kind, metadata.namespace, target.name)
    }

    /// True if having no replicas is what it is for: it may go down to zero itself, or KEDA, which
    /// does so beside it, made it.
    var scalesToZero: Bool {
        spec.minReplicas == 0 || metadata.labels["scaledobject.keda.sh/name"] != nil
            || metadata.controller?.kind == "ScaledObject"
    }
}
