import ClusterModel

/// Pods that a kubelet evicted because its node ran short, or because they went over their own
/// limit of local storage.
///
/// - Exceptions: pods evicted more than a day ago whose workload is whole again; pods being deleted.
/// - Severity: medium.
/// - Evidence: the pod's status reason and message.
enum EvictedDetector: Detector {
    static let rule = Rule(
        "AEG-110", .evicted, .medium, layer: .container,
        "pods were evicted from their node")

    private static let day = 86400

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.compactMap { pod in
            guard pod.isEvicted, !pod.metadata.isTerminating, !isPast(pod, view) else { return nil }
            return finding(in: view, pod)
        }
    }

    private static func isPast(_ pod: Pod, _ view: ClusterView) -> Bool {
        view.age(pod.evictedAt) > day && view.isWhole(view.index.workload(of: pod))
    }

    private static func finding(in view: ClusterView, _ pod: Pod) -> Finding {
        let eviction = Eviction(message: pod.status.message)
        let node = ObjectKey(.node, .empty, pod.spec.nodeName)
        let isOwn = eviction.isOwnLimit || node.name.isEmpty
        return Finding(
            rule, on: pod.key,
            cause: isOwn
                ? view.workloadCause(of: pod, detail: eviction.resource)
                : Cause(node, detail: eviction.resource),
            title: .title(eviction), message: .message(pod, eviction), since: pod.evictedAt,
            evidence: [
                Evidence(pod.key, "status.reason", pod.status.reason.string),
                Evidence(pod.key, "status.message", pod.status.message.excerpt),
            ],
            explainedBy: isOwn ? [] : view.foundations(of: pod))
    }
}

extension String {
    fileprivate static func title(_ eviction: Eviction) -> String {
        eviction.isOwnLimit
            ? "pods are evicted for going over their limit of \(eviction.resource)"
            : "pods were evicted: the node was short of \(eviction.resource)"
    }

    fileprivate static func message(_ pod: Pod, _ eviction: Eviction) -> String {
        let node = pod.spec.nodeName.isEmpty ? "its node" : "Node \(pod.spec.nodeName)"
        let words = pod.status.message.isEmpty ? "" : ": \(pod.status.message.excerpt)"
        return eviction.isOwnLimit
            ? "\(pod.key) was evicted by \(node) for going over its own limit of "
                + "\(eviction.resource)\(words)"
            : "\(pod.key) was evicted by \(node), which was short of \(eviction.resource)\(words)"
    }
}
