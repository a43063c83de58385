import ClusterModel

/// Pods that no node takes, by own arithmetic over the nodes; pods that are gated.
///
/// - Exceptions: pods that are being deleted; pods that wait for a claim or a lost node, which
///   have incidents of their own.
/// - Severity: high; low for a scheduling gate.
/// - Evidence: the request, per obstacle how many nodes, the scheduler's own words.
enum UnschedulableDetector: Detector {
    static let rule = Rule(
        "AEG-201", .unschedulable, .high, layer: .placement, "no node takes a pod")

    static func findings(in view: ClusterView) -> [Finding] {
        let waiting = view.suspects.filter(\.isUnschedulable)
        if waiting.isEmpty { return gated(in: view) }
        let placement = PlacementAnalysis(view)
        // Pods of one workload are alike: the arithmetic is done for the first.
        var verdicts: [ObjectKey: PlacementAnalysis.Verdict] = [:]
        return waiting.map { pod in
            let workload = view.index.workload(of: pod)
            let verdict = verdicts[workload] ?? placement.verdict(on: pod)
            verdicts[workload] = verdict
            return finding(pod, workload, verdict, in: view)
        } + gated(in: view)
    }

    private static func finding(
        _ pod: Pod, _ workload: ObjectKey, _ verdict: PlacementAnalysis.Verdict?,
        in view: ClusterView
    ) -> Finding {
        let condition = pod.status.condition("PodScheduled")
        var evidence: [Evidence] = []
        if let verdict, verdict.isCertain {
            evidence.append(
                Evidence(
                    pod.key, "spec.containers[*].resources.requests", verdict.request.text,
                    note: verdict.summary))
        }
        if let condition, !condition.message.isEmpty {
            evidence.append(
                Evidence(
                    pod.key, "status.conditions[type=PodScheduled].message",
                    condition.message.excerpt))
        }
        return Finding(
            rule, on: pod.key, cause: Cause(workload), title: "no node takes its pods",
            message: .message(pod, condition, verdict, view.snapshot),
            since: condition?.lastTransitionTime ?? pod.metadata.creationTimestamp,
            evidence: evidence, explainedBy: explanations(pod, verdict, in: view))
    }

    /// Claims that are not bound, their classes, and nodes that only their own trouble closes.
    private static func explanations(
        _ pod: Pod, _ verdict: PlacementAnalysis.Verdict?, in view: ClusterView
    ) -> [ObjectKey] {
        let namespace = pod.metadata.namespace
        let claims = pod.spec.volumes.compactMap { volume -> Symbol? in
            if volume.source.ephemeral != nil {
                return Symbol("\(pod.metadata.name)-\(volume.name)")
            }
            return volume.source.persistentVolumeClaim?.claimName
        }
        let classes = claims.compactMap {
            view.index.claim(namespace, $0)?.spec.storageClassName
        }
        let nodes = (verdict?.obstacles ?? []).filter(\.obstacle.isNodeTrouble)
        return claims.map { ObjectKey(.persistentVolumeClaim, namespace, $0) }
            + classes.map { ObjectKey(.storageClass, .empty, $0) }
            + (nodes.count == verdict?.obstacles.count
                ? nodes.map { ObjectKey(.node, .empty, $0.node) } : [])
    }

    private static func gated(in view: ClusterView) -> [Finding] {
        view.suspects.compactMap { pod in
            guard let condition = pod.status.condition("PodScheduled"),
                condition.reason == "SchedulingGated", !pod.metadata.isTerminating
            else { return nil }
            let gates = pod.spec.schedulingGates.map(\.name.string).joined(separator: ", ")
            return Finding(
                rule, on: pod.key, cause: view.workloadCause(of: pod, detail: "gated"),
                severity: .low, title: "is held by a scheduling gate",
                message: "\(pod.key) is not scheduled while the gate \(gates) is on it.",
                since: condition.lastTransitionTime,
                evidence: [Evidence(pod.key, "spec.schedulingGates", gates)])
        }
    }
}

extension Pod {
    /// True while the scheduler has found no node, or nobody has looked for one.
    var isUnschedulable: Bool {
        guard spec.nodeName.isEmpty, status.phase == "Pending", !metadata.isTerminating else {
            return false
        }
        guard let condition = status.condition("PodScheduled") else { return false }
        return condition.status == "False" && condition.reason == "Unschedulable"
    }
}

extension PodRequest {
    /// `cpu 4, memory 1Gi`
    var text: String {
        amounts.isEmpty
            ? "none"
            : amounts.sorted { $0.key < $1.key }
                .map { "\($0.key) \(AmountText.of($0.key, milli: $0.value))" }
                .joined(separator: ", ")
    }
}

extension String {
    fileprivate static func message(
        _ pod: Pod, _ condition: DatedCondition?, _ verdict: PlacementAnalysis.Verdict?,
        _ snapshot: Snapshot
    ) -> String {
        let words = condition?.message.excerpt ?? ""
        guard let verdict else { return "No node takes \(pod.key): \(words)" }
        guard verdict.isCertain else { return "No node takes \(pod.key): \(words)" }
        guard verdict.fitting.isEmpty else {
            // What keeps it away is not in the objects; the scheduler knows.
            return "No node takes \(pod.key): \(words) By what it requests, "
                + "\(verdict.fitting.count) would have room."
        }
        let remedy = verdict.remedy(snapshot).map { "; \($0)" } ?? ""
        return "No node takes \(pod.key): \(verdict.summary)\(remedy)."
    }
}
