import ClusterModel
import Detection

/// What advice is about: nothing is broken, so the finding is the cause.
enum AdviceCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let (key, category) = (file.incident.resource, file.incident.rule.category)
        switch category {
        case .selectorMismatch:
            guard let fault = selector(key, file) else { return [] }
            return [file.workloadCause(fault, .likely, file.incident.message)]
        case .orphanedConfig:
            return [file.workloadCause(.unused(key), .likely, file.incident.message)]
        default:
            return [
                file.workloadCause(
                    .careless(key, file.incident.evidence.map(\.path)), .certain,
                    file.incident.message)
            ]
        }
    }

    private static func selector(_ key: ObjectKey, _ file: CaseFile) -> Fault? {
        let path = file.incident.detail
        guard let proof = file.incident.evidence.first(where: { $0.path == path }),
            let wrong = LabelSelector(text: proof.value)?.matchLabels,
            let near = WorkloadLabels(file.snapshot).nearest(to: wrong, in: key.namespace)
        else { return nil }
        return .selector(
            key, path: path.split { ".[]".contains($0) }.map(String.init) + ["matchLabels"],
            from: wrong, to: near.corrected(wrong))
    }
}
