import ClusterModel
import Detection

/// What a program that ends, or does not become ready, says itself: a variable it lacks, a Service
/// that does not answer, a name that does not resolve, a file, a right, a full disk.
enum ContainerCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let place = file.place, let (pod, container) = file.container(place) else {
            return []
        }
        if let end = container.lastEnd, end.state.couldNotStart {
            let refusal = StartRefusal(MessageText(end.state.message))
            let fact = file.cite(pod.key, "\(end.path).message", end.state.message.excerpt)
            return [
                file.cause(
                    .startRefused(place, refusal), place, .certain,
                    "Container \"\(place.container)\" \(refusal.phrase).", [fact])
            ]
        }
        guard let (complaint, fact) = file.complaint(of: container, in: pod) else { return [] }
        return [explain(complaint, place, pod, fact, &file)]
    }

    private static func explain(
        _ complaint: Complaint, _ place: ContainerPlace, _ pod: Pod, _ fact: Fact.ID,
        _ file: inout CaseFile
    ) -> RootCause {
        switch complaint {
        case .missingVariable(let name):
            return VariableCauses.cause(name, place, fact, &file)
        case .network(.connectionRefused(let target)), .network(.connectionTimeout(let target)):
            return DependencyCauses.cause(target, complaint, place, fact, &file)
        case .network(.nameNotFound(let host)):
            let names = file.snapshot.services.inNamespace(pod.metadata.namespace)
                .map(\.metadata.name)
            let near = nearestName(to: host.prefix { $0 != "." }.description, among: names)
            let hint = near.map { "; there is a Service \"\($0)\"" } ?? ""
            return file.cause(
                .unknownHost(place, host: host, near: near.map(Symbol.init)), place, .likely,
                "Container \"\(place.container)\" looks for \"\(host)\", which does not resolve"
                    + "\(hint).", [fact])
        case .network(.forbidden(let denial)):
            return file.cause(
                .rights(denial), place, .certain,
                "The API server refuses \"\(denial.user)\" to \(denial.verb) \(denial.resource).",
                [fact])
        default:
            return file.cause(
                .complaint(place, complaint), place, complaint == .crash ? .possible : .likely,
                "Container \"\(place.container)\" says: \(complaint).", [fact])
        }
    }
}

extension CaseFile {
    func cause(
        _ fault: Fault, _ place: ContainerPlace, _ confidence: Confidence, _ summary: String,
        _ more: [Fact.ID]
    ) -> RootCause {
        RootCause(
            fault, on: place.workload, incident.rule.category, confidence, summary,
            evidence: given + more.filter { !given.contains($0) })
    }

    /// The last known complaint of a container: in its log, in its last words, or in what the
    /// kubelet passes on of its probes.
    mutating func complaint(
        of container: ContainerView, in pod: Pod
    ) -> (complaint: Complaint, fact: Fact.ID)? {
        for line in logs.lines(of: container.name, in: pod.key).reversed() {
            if let complaint = Complaint(line.text) {
                return (complaint, cite(pod.key, line.path, "\(complaint)"))
            }
        }
        guard let end = container.lastEnd else { return nil }
        let lines = end.state.message.string.split(whereSeparator: \.isNewline)
        for line in lines.reversed() {
            guard let complaint = Complaint(String(line)) else { continue }
            let path = "\(end.path).message"
            let known = facts.first { $0.evidence.resource == pod.key && $0.evidence.path == path }
            return (complaint, known?.id ?? cite(pod.key, path, "\(complaint)"))
        }
        return nil
    }
}
