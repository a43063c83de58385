import ClusterModel
import Detection

/// What a node's conditions say, who was evicted from it and why, and who filled it up.
enum NodeCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let (key, incident) = (file.incident.resource, file.incident)
        if incident.rule.category == .evicted { return [evicted(&file)] }
        guard let node = file.index.node(key.name) else { return [] }
        if incident.detail == "cordoned" {
            return [
                make(
                    .cordoned(node: key.name, pods: file.pods.map(\.key)), .certain,
                    "Node \(key.name) is cordoned, and \(file.pods.map(\.key.description).joined(separator: ", ")) "
                        + "fits nowhere else.", file)
            ]
        }
        guard incident.rule.category == .nodeNotReady else {
            return [
                make(
                    .nodePressure(key, resource: incident.detail), .certain, incident.message, file)
            ]
        }
        let ready = node.status.condition("Ready")
        // Unknown is what the control plane writes when it hears nothing.
        let isSilent = ready?.status == "Unknown" || ready == nil
        return [
            make(
                .node(key, complaint: isSilent ? "" : ready?.message.string ?? ""), .certain,
                isSilent
                    ? "The kubelet on \(key.name) does not report: the machine, its network or the "
                        + "kubelet itself is down."
                    : "The kubelet on \(key.name) reports that it is not ready: "
                        + "\(ready?.message.excerpt ?? "")", file)
        ]
    }

    private static func make(
        _ fault: Fault, _ confidence: Confidence, _ summary: String, _ file: CaseFile,
        _ more: [Fact.ID] = []
    ) -> RootCause {
        RootCause(
            fault, on: file.incident.resource, file.incident.rule.category, confidence, summary,
            evidence: file.given + more)
    }

    private static func evicted(_ file: inout CaseFile) -> RootCause {
        let key = file.incident.resource
        guard key.kind == .node else {
            return make(
                .ownLimit(key, resource: file.incident.detail), .certain,
                "\(key.kind == .pod ? "\(key) used" : "Pods of \(key) use") more "
                    + "\(file.incident.detail) than it may.", file)
        }
        var facts: [Fact.ID] = []
        for pod in file.pods.prefix(3) where PodRequest(pod.spec).amounts["memory"] == nil {
            facts.append(
                file.cite(
                    pod.key, "spec.containers[*].resources.requests.memory", "not set",
                    note: "so it is among the first to be evicted"))
        }
        return make(
            .nodePressure(key, resource: file.incident.detail), .certain,
            "Node \(key.name) ran short of \(file.incident.detail) and evicted "
                + "\(file.pods.count == 1 ? "a pod" : "\(file.pods.count) pods").", file, facts)
    }
}
