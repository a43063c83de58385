import ClusterModel

/// DaemonSets whose pods are unavailable on nodes that should have one, or run where they should
/// not.
///
/// - Exceptions: pods missing for less than the grace, as in a rolling update or on a new node;
///   nodes whose taints keep the pods off; pods that were there before a node was tainted
///   NoSchedule.
/// - Severity: high; medium for pods that run where they should not.
/// - Evidence: the pods wanted, available and misplaced, the first pod that is not ready.
enum DaemonSetUnavailableDetector: Detector {
    static let rule = Rule(
        "AEG-304", .daemonSetUnavailable, .high, layer: .workload,
        "a DaemonSet lacks pods on nodes, or has pods on nodes it should not")

    static func findings(in view: ClusterView) -> [Finding] {
        view.snapshot.daemonSets.compactMap { daemonSet in
            guard view.age(daemonSet.changedAt) > view.settings.grace,
                daemonSet.status.observedGeneration >= daemonSet.metadata.generation
            else { return nil }
            return unavailable(in: view, daemonSet) ?? misplaced(in: view, daemonSet)
        }
    }

    private static func unavailable(in view: ClusterView, _ daemonSet: DaemonSet) -> Finding? {
        guard daemonSet.unavailable > 0 else { return nil }
        let (key, status) = (daemonSet.key, daemonSet.status)
        let unready = UnreadyPods(of: key, in: view)
        let failure = view.creationFailure(of: daemonSet)
        // With pods known, those that are missing count once their creation is seen to fail.
        let isKnown = view.snapshot.isComplete(.pod, in: daemonSet.metadata.namespace)
        guard !unready.areStarting(in: view),
            let since = unready.since.isSet
                ? unready.since
                : isKnown && failure == nil ? nil : daemonSet.changedAt,
            view.age(since) - view.settings.grace > daemonSet.spec.minReadySeconds
        else { return nil }
        let first = unready.pods.first
        return Finding(
            rule, on: key, cause: Cause(key), title: .title(daemonSet),
            message: .message(daemonSet, first, failure), since: since,
            evidence: [
                Evidence(key, "status.numberAvailable", "\(status.numberAvailable)"),
                Evidence(key, "status.desiredNumberScheduled", "\(status.desiredNumberScheduled)"),
            ]
                + (first.map {
                    [Evidence($0.key, "status.phase", $0.status.phase.string, note: $0.stateText)]
                } ?? [])
                + (failure.map { [$0.evidence(on: key)] } ?? []),
            explainedBy: unready.explanations(in: view), affected: unready.keys)
    }

    private static func misplaced(in view: ClusterView, _ daemonSet: DaemonSet) -> Finding? {
        let (key, count) = (daemonSet.key, daemonSet.status.numberMisscheduled)
        guard count > 0, view.snapshot.isComplete(.pod, in: key.namespace),
            view.snapshot.isComplete(.node), count > daemonSet.keptDespiteTaint(in: view)
        else { return nil }
        return Finding(
            rule, on: key, cause: Cause(key, detail: "misscheduled"), severity: .medium,
            title: "pods run on nodes they should not be on",
            message: "\(key) has \(count) \(count == 1 ? "pod" : "pods") on nodes that its node "
                + "selector, affinity or tolerations rule out.",
            evidence: [Evidence(key, "status.numberMisscheduled", "\(count)")])
    }
}

extension DaemonSet {
    fileprivate var unavailable: Int {
        max(status.numberUnavailable, status.desiredNumberScheduled - status.numberAvailable)
    }

    /// How many of its pods count as misplaced only because their node was tainted NoSchedule
    /// after they had come, which leaves them where they are.
    fileprivate func keptDespiteTaint(in view: ClusterView) -> Int {
        view.index.pods(ownedBy: key).count { pod in
            (view.index.node(pod.spec.nodeName)?.spec.taints ?? []).contains { taint in
                taint.effect == "NoSchedule"
                    && !pod.spec.tolerations.contains { $0.tolerates(taint) }
            }
        }
    }
}

extension String {
    fileprivate static func title(_ daemonSet: DaemonSet) -> String {
        let (count, desired) = (daemonSet.unavailable, daemonSet.status.desiredNumberScheduled)
        return "unavailable on \(count) of \(desired) \(desired == 1 ? "node" : "nodes")"
    }

    fileprivate static func message(
        _ daemonSet: DaemonSet, _ pod: Pod?, _ failure: Event?
    ) -> String {
        var text = "\(daemonSet.key) is \(title(daemonSet))"
        if let pod {
            let node = pod.spec.nodeName.isEmpty ? "" : " on node \(pod.spec.nodeName)"
            text += ": \(pod.metadata.name)\(node) is \(pod.stateText)"
        }
        return text + (failure.map { "; \($0.reason): \($0.message.excerpt)" } ?? ".")
    }
}
