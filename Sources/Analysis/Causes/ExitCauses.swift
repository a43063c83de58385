import ClusterModel
import Detection

/// What is left to say of a program that ends and does not say why: how it ended.
enum ExitCauses: CauseRule {
    static let isLastResort = true

    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let place = file.place, let (_, container) = file.container(place),
            let end = container.lastEnd, !end.state.couldNotStart
        else { return [] }
        let name = "Container \"\(place.container)\""
        switch end.state.exitCode {
        case 0:
            return [
                file.cause(
                    .exits(place, code: 0), place, .likely,
                    "\(name) does its work and ends, and is started again each time: it is run as "
                        + "if it were a server.", [])
            ]
        case 126, 127:
            let refusal: StartRefusal =
                end.state.exitCode == 127 ? .commandNotFound : .commandNotExecutable
            return [
                file.cause(
                    .startRefused(place, refusal), place, .likely,
                    "\(name) ends with \(end.state.summary): its shell does not find what it is to "
                        + "run, or may not run it.", [])
            ]
        default:
            return [
                file.cause(
                    .exits(place, code: end.state.exitCode), place, .possible,
                    "\(name) ends by itself with \(end.state.summary); its log says why.", [])
            ]
        }
    }
}

/// The change just before: the newest revision of the pod template, if the trouble came with it.
enum RevisionCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        file.workloads.compactMap { workload in
            guard let revision = Revision(of: workload, in: file.index),
                revision.precedes(file.incident.since)
            else { return nil }
            let facts = revision.evidence().map { file.cite($0) }
            let first = revision.changes[0]
            let more = revision.changes.count - 1
            return RootCause(
                .rollout(revision), on: workload, file.incident.rule.category,
                .likely,
                "It came with revision \(revision.number) of \(workload), which changed "
                    + "\(first.path) from \(first.before ?? "not set") to "
                    + "\(first.after ?? "not set")" + (more > 0 ? " and \(more) more" : "") + ".",
                evidence: facts)
        }
    }
}
