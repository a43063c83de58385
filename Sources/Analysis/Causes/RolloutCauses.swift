import ClusterModel
import Detection

/// What a stopped rollout waits for.
enum RolloutCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let deployment = file.index.deployment(key.namespace, key.name),
            let block = deployment.rolloutBlock(in: file.view)
        else { return [] }
        switch block {
        case .paused:
            return [
                file.workloadCause(
                    .paused(key), .certain, "Somebody paused \(key) in the middle of a rollout.")
            ]
        case .unobserved:
            return [
                file.workloadCause(
                    .unobserved(key), .likely,
                    "kube-controller-manager does not look at \(key): it does not run, or has "
                        + "lost its lease.")
            ]
        case .refused(_, let condition):
            return [
                file.workloadCause(
                    .refused(key, condition.message.excerpt), .certain,
                    "The API server refuses to create pods of \(key): "
                        + condition.message.excerpt)
            ]
        case .timedOut:
            let reason = file.pods.first.map { "\($0.key) is \($0.stateText)" }
            return [
                file.workloadCause(
                    .workloadPods(key, reason ?? ""), reason == nil ? .possible : .likely,
                    "The new pods of \(key) do not become available"
                        + (reason.map { ": \($0)." } ?? "."))
            ]
        }
    }
}

extension CaseFile {
    func workloadCause(
        _ fault: Fault, _ confidence: Confidence, _ summary: String, _ more: [Fact.ID] = [],
        on object: ObjectKey? = nil
    ) -> RootCause {
        RootCause(
            fault, on: object ?? incident.resource, incident.rule.category, confidence, summary,
            evidence: given + more.filter { !given.contains($0) })
    }
}
