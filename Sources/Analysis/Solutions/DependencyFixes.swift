import ClusterModel
import Detection

/// What makes a Service answer the program that needs it.
enum DependencyFixes {
    static func fixes(
        _ place: ContainerPlace, _ service: ObjectKey, _ trouble: DependencyTrouble,
        _ file: CaseFile
    ) -> [Fix] {
        switch trouble {
        case .noEndpoints(let workload?, true):
            return [awaken(workload, place, service)]
        case .noSuchPort(let wrong, let right?):
            return [call(place, service, wrong, right)]
                + (listen(place, service, wrong, file).map { [$0] } ?? [])
        default:
            return [
                Fix(
                    "Mend what stands behind \(service)",
                    rationale: "\(place.workload) waits for it; it has an incident of its own, or "
                        + "runs and does not answer.", risk: .low,
                    command: "kubectl get endpointslices\(ShellCommand.namespaceFlag(service)) "
                        + "-l \("kubernetes.io/service-name=\(service.name)".shellWord)")
            ]
        }
    }

    private static func awaken(
        _ workload: ObjectKey, _ place: ContainerPlace, _ service: ObjectKey
    ) -> Fix {
        Fix(
            "Scale \(workload) up to 1 replica",
            rationale: "\(service) has nobody behind it, and \(place.workload) cannot work without "
                + "it.", risk: .low,
            patches: [Patch(workload, .strategicMerge, ["spec": ["replicas": 1]])],
            releases: [place.workload],
            assumptions: ["that \(place.workload) goes on once \(service) answers"])
    }

    private static func call(
        _ place: ContainerPlace, _ service: ObjectKey, _ wrong: Int, _ right: Int
    ) -> Fix {
        Fix(
            "Call \(service) on port \(right)",
            rationale: "It has no port \(wrong). Where the program has the number from is not in "
                + "what was read.", risk: .low,
            command: ShellCommand.kubectl("set env", place.workload, "--list"))
    }

    /// A second port that leads where the first does.
    private static func listen(
        _ place: ContainerPlace, _ service: ObjectKey, _ wrong: Int, _ file: CaseFile
    ) -> Fix? {
        let ports = file.index.service(service.namespace, service.name)?.spec.ports ?? []
        guard let first = ports.first, let value = try? JSONValue(first) else { return nil }
        let second: JSONValue = [
            "name": "port-\(wrong)", "port": .int(Int64(wrong)),
            "targetPort": JSONValue(first.target),
        ]
        // With a second port each needs a name.
        let named = MergePatch.apply(["name": .string(first.nameOrNumber)], to: value)
        return Fix(
            "Let \(service) listen on port \(wrong) as well",
            rationale: "Its clients use that number.", risk: .low,
            patches: [Patch(service, .strategicMerge, ["spec": ["ports": [named, second]]])],
            releases: [place.workload],
            assumptions: ["that \(place.workload) goes on once \(service) answers"])
    }
}

extension ServicePort {
    fileprivate var nameOrNumber: String { name.isEmpty ? "port-\(port)" : name.string }
}
