import ClusterModel

/// Nodes whose kubelet is not ready or does not report.
///
/// - Exceptions: nodes that have just joined, and nodes that an autoscaler is taking away.
/// - Severity: critical.
/// - Evidence: the Ready condition with its reason, the last heartbeat.
enum NodeNotReadyDetector: Detector {
    static let rule = Rule(
        "AEG-203", .nodeNotReady, .critical, layer: .node, "a node is not ready")

    static func findings(in view: ClusterView) -> [Finding] {
        view.snapshot.nodes.compactMap { node in
            let ready = node.status.condition("Ready")
            if node.isLeaving { return nil }
            guard ready?.status != "True", ready != nil || !view.isFresh(node.metadata) else {
                return nil
            }
            let pods = view.index.pods(onNode: node.metadata.name).filter {
                !$0.isFinished && !$0.isReady
            }
            return Finding(
                rule, on: node.key, cause: Cause(node.key), title: "is not ready",
                message: .message(node, ready, at: view.now),
                since: ready?.lastTransitionTime ?? node.metadata.creationTimestamp,
                evidence: evidence(node, ready, at: view.now), affected: pods.map(\.key))
        }
    }

    private static func evidence(
        _ node: Node, _ ready: DatedCondition?, at now: Timestamp
    ) -> [Evidence] {
        let path = "status.conditions[type=Ready]"
        guard let ready else { return [Evidence(node.key, path, "not set")] }
        var evidence = [
            Evidence(node.key, "\(path).status", ready.status.string, note: ready.reason.string),
            Evidence(node.key, "\(path).message", ready.message.excerpt),
        ]
        if ready.lastHeartbeatTime.isSet {
            evidence.append(
                Evidence(
                    node.key, "\(path).lastHeartbeatTime", "\(ready.lastHeartbeatTime)",
                    note: "\(ageText(now.since(ready.lastHeartbeatTime))) ago"))
        }
        return evidence
    }
}

extension Node {
    /// True while the node is being removed on purpose: it is deleted, or Cluster Autoscaler or
    /// Karpenter has marked it.
    fileprivate var isLeaving: Bool {
        metadata.isTerminating
            || spec.taints.contains {
                $0.key == "ToBeDeletedByClusterAutoscaler"
                    || $0.key.hasPrefix("karpenter.sh/disrupt")
            }
    }
}

extension String {
    fileprivate static func message(
        _ node: Node, _ ready: DatedCondition?, at now: Timestamp
    ) -> String {
        guard let ready else { return "\(node.key) has never reported that it is ready." }
        let reason = [ready.reason.string, ready.message.excerpt].filter { !$0.isEmpty }
            .joined(separator: ": ")
        let silence = now.since(ready.lastHeartbeatTime)
        let heartbeat =
            ready.status == "Unknown" && ready.lastHeartbeatTime.isSet
            ? " Its last heartbeat was \(ageText(silence)) ago." : ""
        return "\(node.key) is not ready: \(reason)\(reason.hasSuffix(".") ? "" : ".")\(heartbeat)"
    }
}
