import ClusterModel
import Detection

/// Why an HPA does not scale: its target's name, a request that is not set, metrics that do not
/// come, a maximum that is reached.
enum ScalerCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let place = file.index.position(of: key) else { return [] }
        let scaler = file.snapshot.horizontalPodAutoscalers[place]
        if let target = scaler.target, !file.index.contains(target),
            file.snapshot.isComplete(target.kind, in: target.namespace)
        {
            let near = nearestName(
                to: target.name.string, among: file.names(of: target.kind, in: key.namespace))
            return [
                file.workloadCause(
                    .scaleTarget(key, right: near.map(Symbol.init)), .certain,
                    "\(key) scales \(target), which does not exist"
                        + (near.map { "; there is \"\($0)\"" } ?? "") + ".")
            ]
        }
        if let gap = RequestGap(of: scaler, in: file.view) {
            return [
                file.workloadCause(
                    .noRequest(scaler: key, gap), .certain,
                    "\(key) scales by the share of the \(gap.resource) request in use, and "
                        + "container \"\(gap.container)\" of \(gap.target) requests none.")
            ]
        }
        if scaler.loadAtMaximum != nil {
            return [
                file.workloadCause(
                    .maximum(key, current: scaler.spec.maxReplicas), .certain,
                    "\(key) may not go beyond \(scaler.spec.maxReplicas) replicas, and the load "
                        + "asks for more.")
            ]
        }
        let server = ObjectKey(.deployment, "kube-system", "metrics-server")
        let isMissing =
            file.snapshot.isComplete(.deployment, in: server.namespace)
            && !file.index.contains(server)
        return [
            file.workloadCause(
                .metricsMissing(key), isMissing ? .likely : .possible,
                "\(key) gets no metrics"
                    + (isMissing ? ": the cluster has no metrics-server." : "."))
        ]
    }
}

extension CaseFile {
    /// The names of a kind of workload in a namespace.
    func names(of kind: Kind, in namespace: Symbol) -> [Symbol] {
        switch kind {
        case .deployment: snapshot.deployments.inNamespace(namespace).map(\.metadata.name)
        case .replicaSet: snapshot.replicaSets.inNamespace(namespace).map(\.metadata.name)
        case .statefulSet: snapshot.statefulSets.inNamespace(namespace).map(\.metadata.name)
        default: []
        }
    }
}
