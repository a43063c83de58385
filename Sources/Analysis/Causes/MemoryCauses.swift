import ClusterModel
import Detection

/// Which memory limit a container was killed at, against what its pods ask for.
enum MemoryCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let place = file.place, let (pod, container) = file.container(place) else {
            return []
        }
        let limit = container.spec?.resources.limits["memory"]
        var facts: [Fact.ID] = []
        if let limit {
            facts.append(
                file.cite(pod.key, "\(container.specPath).resources.limits.memory", "\(limit)"))
        }
        let killed = file.pods.count { pod in pod.containerViews.contains(where: \.wasOOMKilled) }
        let pods = killed == 1 ? "one pod" : "\(killed) pods"
        let summary =
            limit.map {
                "Container \"\(place.container)\" needs more memory than its limit of \($0): the "
                    + "kernel killed it in \(pods)."
            }
            ?? "Container \"\(place.container)\" has no memory limit and used up what its node could "
            + "give."
        return [file.cause(.memoryLimit(place, limit: limit), place, .certain, summary, facts)]
    }
}
