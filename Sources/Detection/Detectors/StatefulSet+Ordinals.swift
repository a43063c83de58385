import ClusterModel

/// The first pod of a StatefulSet that is missing or not ready, by ordinal: in order, all later
/// ones wait for it.
struct BrokenOrdinal: Sendable {
    let name: String
    /// Nil if the pod does not exist.
    let pod: Pod?
    let since: Timestamp

    /// How it is in a word.
    var state: String { pod?.stateText ?? "missing" }
}

extension StatefulSet {
    /// Nil if every wanted pod is there and ready, or if pods were not read.
    func firstBroken(in view: ClusterView) -> BrokenOrdinal? {
        var pods: [Int: Pod] = [:]
        for pod in view.index.pods(ownedBy: key) {
            if let ordinal = pod.ordinal { pods[ordinal] = pod }
        }
        let isComplete = view.snapshot.isComplete(.pod, in: metadata.namespace)
        var lastReady = changedAt
        // Ends at the first ordinal without a pod, however many replicas are wanted.
        for step in 0..<max(desiredReplicas ?? 1, 0) {
            let (ordinal, overflow) = (spec.ordinals?.start ?? 0).addingReportingOverflow(step)
            if overflow { return nil }
            let pod = pods[ordinal]
            guard let pod, pod.isReady, !pod.metadata.isTerminating else {
                if pod == nil, !isComplete { return nil }
                return BrokenOrdinal(
                    name: "\(metadata.name)-\(ordinal)", pod: pod,
                    since: pod?.absentSince ?? lastReady)
            }
            lastReady = max(
                lastReady, pod.status.condition("Ready")?.lastTransitionTime ?? lastReady)
        }
        return nil
    }
}

extension Pod {
    /// The number at the end of a StatefulSet pod's name.
    fileprivate var ordinal: Int? {
        metadata.name.string.split(separator: "-").last.flatMap { Int($0) }
    }
}
