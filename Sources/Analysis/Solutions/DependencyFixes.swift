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
            return [
                Fix(
                    "Scale \(workload) up to 1 replica",
                    rationale: "\(service) has nobody behind it, and \(place.workload) cannot work "
                        + "without it.", risk: .low,
                    patches: [Patch(workload, .strategicMerge, ["spec": ["replicas": 1]])],
                    releases: [place.workload],
                    assumptions: ["that \(place.workload) goes on once \(service) answers"])
            ]
        case .noSuchPort(let wrong, let right?):
            guard let current = file.index.service(service.namespace, service.name) else {
                return []
            }
            let name = current.spec.ports.first?.name ?? .empty
            var ports: [JSONValue] = []
            if let port = current.spec.ports.first, let value = try? JSONValue(port) {
                ports = [
                    MergePatch.apply(["name": name.isEmpty ? "first" : JSONValue(name)], to: value),
                    [
                        "name": "port-\(wrong)", "port": .int(Int64(wrong)),
                        "targetPort": JSONValue(port.target),
                    ],
                ]
            }
            return [
                Fix(
                    "Call \(service) on port \(right)",
                    rationale: "It has no port \(wrong). Where the program has the number from is "
                        + "not in what was read.", risk: .low,
                    command: ShellCommand.kubectl("set env", place.workload, "--list")),
                Fix(
                    "Let \(service) listen on port \(wrong) as well",
                    rationale: "Its clients use that number.", risk: .low,
                    patches: [Patch(service, .strategicMerge, ["spec": ["ports": .array(ports)]])],
                    releases: [place.workload],
                    assumptions: ["that \(place.workload) goes on once \(service) answers"]),
            ]
        default:
            return [
                Fix(
                    "Mend what stands behind \(service)",
                    rationale: "\(place.workload) waits for it; it has an incident of its own, or "
                        + "runs and does not answer.", risk: .low,
                    command: "kubectl get endpointslices\(ShellCommand.namespaceFlag(service)) "
                        + "-l kubernetes.io/service-name=\(service.name)")
            ]
        }
    }
}
