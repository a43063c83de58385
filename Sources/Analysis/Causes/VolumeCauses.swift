import ClusterModel
import Detection

/// Why a volume that exists does not come: held by another node, no driver, denied, too slow.
enum VolumeCauses: CauseRule {
    static let isLastResort = true

    static func causes(of file: inout CaseFile) -> [RootCause] {
        let words = file.incident.evidence.last { $0.path.hasPrefix("events[") }
        guard let words, let pod = file.pods.first else { return [] }
        let failure = VolumeFailure(MessageText(Symbol(words.value)))
        let workload = file.index.workload(of: pod)
        let deployment = workload.kind == .deployment ? workload : nil
        guard case .attachedElsewhere = failure else {
            return [
                RootCause(
                    .volume(workload, failure), on: file.incident.resource,
                    file.incident.rule.category, failure.isKnown ? .certain : .possible,
                    "\(pod.key) waits: its volume \(failure.phrase).", evidence: file.given)
            ]
        }
        let strategy = deployment.flatMap {
            file.index.deployment($0.namespace, $0.name)?.spec.strategy.type
        }
        var facts = file.given
        if let deployment, strategy != "Recreate" {
            facts.append(
                file.cite(
                    deployment, "spec.strategy.type",
                    (strategy ?? .empty).or("RollingUpdate").string,
                    note: "the new pod is made before the old one lets go of the volume"))
        }
        return [
            RootCause(
                .attachedElsewhere(
                    file.incident.resource, deployment: strategy == "Recreate" ? nil : deployment),
                on: file.incident.resource, file.incident.rule.category, .certain,
                "The volume can be attached to one node at a time and is still attached to another.",
                evidence: facts)
        ]
    }
}

extension VolumeFailure {
    fileprivate var isKnown: Bool { if case .other = self { false } else { true } }
}
