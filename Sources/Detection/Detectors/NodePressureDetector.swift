import ClusterModel

/// Nodes that run short of memory, disk or process ids, have no network, or are cordoned while
/// pods wait for the room they have.
///
/// - Exceptions: nodes that are not ready (NodeNotReady says so, and their conditions are stale);
///   cordoned nodes that nobody waits for.
/// - Severity: high; medium for a cordoned node.
/// - Evidence: the condition with its reason; the pods that wait.
enum NodePressureDetector: Detector {
    static let rule = Rule(
        "AEG-204", .nodePressure, .high, layer: .node,
        "a node is short of memory, disk or process ids, or has no network")

    private static let conditions: [Symbol] = [
        "MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable",
    ]

    static func findings(in view: ClusterView) -> [Finding] {
        let ready = view.snapshot.nodes.filter { $0.status.condition("Ready")?.status == "True" }
        return ready.flatMap { pressures(on: $0, in: view) } + cordoned(ready, in: view)
    }

    private static func pressures(on node: Node, in view: ClusterView) -> [Finding] {
        conditions.compactMap { type in
            guard let condition = node.status.condition(type), condition.status == "True" else {
                return nil
            }
            return Finding(
                rule, on: node.key, cause: Cause(node.key, detail: type.string),
                title: "reports \(type)", message: .message(node, condition),
                since: condition.lastTransitionTime,
                evidence: [
                    Evidence(
                        node.key, "status.conditions[type=\(type)].status", "True",
                        note: [condition.reason.string, condition.message.excerpt]
                            .filter { !$0.isEmpty }.joined(separator: ": "))
                ], affected: evicted(from: node, by: type, in: view))
        }
    }

    /// Pods that the node gave up for the same shortage.
    private static func evicted(
        from node: Node, by condition: Symbol, in view: ClusterView
    ) -> [ObjectKey] {
        view.index.pods(onNode: node.metadata.name).filter { pod in
            guard pod.isEvicted else { return false }
            let resource = Eviction(message: pod.status.message).resource
            return switch condition {
            case "MemoryPressure": resource == "memory"
            case "PIDPressure": resource == "pids"
            default: resource != "memory" && resource != "pids"
            }
        }.map(\.key)
    }

    private static func cordoned(_ nodes: [Node], in view: ClusterView) -> [Finding] {
        let cordoned = nodes.filter(\.spec.unschedulable)
        if cordoned.isEmpty { return [] }
        let placement = PlacementAnalysis(view)
        return view.suspects.filter(\.isUnschedulable).compactMap { pod in
            guard let verdict = placement.verdict(on: pod),
                let node = verdict.heldBack.first
            else { return nil }
            return Finding(
                rule, on: pod.key, cause: Cause(ObjectKey(.node, .empty, node), detail: "cordoned"),
                severity: .medium, title: "is cordoned while pods wait for room",
                message:
                    "Node \(node) is cordoned; \(pod.key) would fit it and fits no other node.",
                since: pod.status.condition("PodScheduled")?.lastTransitionTime ?? Timestamp(),
                evidence: [
                    Evidence(
                        ObjectKey(.node, .empty, node), "spec.unschedulable", "true",
                        note: "\(pod.key) waits")
                ])
        }
    }
}

extension String {
    fileprivate static func message(_ node: Node, _ condition: DatedCondition) -> String {
        let words = condition.message.isEmpty ? condition.reason.string : condition.message.excerpt
        return "\(node.key) reports \(condition.type): \(words)"
    }
}
