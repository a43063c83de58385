import ClusterModel
import Detection

/// Why a Service sends traffic to nobody: the label that is a letter off, pods that are not ready, a
/// port that no container has.
enum ServiceCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        if key.kind != .service {
            return [
                file.workloadCause(
                    .samePort(key, port: file.incident.detail), .certain, file.incident.message)
            ]
        }
        guard let service = file.index.service(key.namespace, key.name) else { return [] }
        if file.incident.rule.category == .portMismatch { return [port(service, &file)] }
        let backends = file.view.backends(of: service)
        guard backends?.pods.isEmpty ?? true else {
            let pod = backends?.pods.first
            let fact = pod.map {
                file.cite($0.key, "status.phase", $0.status.phase.string, note: $0.stateText)
            }
            return [
                file.workloadCause(
                    .workloadPods(pod.map(file.index.workload(of:)) ?? key, pod?.stateText ?? ""),
                    .likely,
                    "The pods that \(key) selects are not ready"
                        + (pod.map { ": \($0.key) is \($0.stateText)." } ?? "."),
                    [fact].compactMap(\.self))
            ]
        }
        return [selector(service, &file)]
    }

    private static func selector(_ service: Service, _ file: inout CaseFile) -> RootCause {
        let (key, selector) = (service.key, service.spec.selector)
        let labels = WorkloadLabels(file.snapshot)
        guard let near = labels.nearest(to: selector, in: service.metadata.namespace) else {
            return file.workloadCause(
                .nothingSelected(key), .certain,
                "\(key) selects \(selector.text), and no workload of the namespace has labels like "
                    + "these.")
        }
        let right = near.corrected(selector)
        return file.workloadCause(
            .selector(key, path: ["spec", "selector"], from: selector, to: right), .certain,
            "\(key) selects \(near.missed.map { "\($0.key)=\($0.value)" }.joined(separator: ",")), "
                + "but \(near.workload) has "
                + "\(near.found.map { "\($0.key)=\($0.value)" }.joined(separator: ",")).")
    }

    private static func port(_ service: Service, _ file: inout CaseFile) -> RootCause {
        let key = service.key
        guard
            let place = service.spec.ports.firstIndex(where: {
                "\($0.port)" == file.incident.detail
            }), let pod = file.view.backends(of: service)?.ready.first
        else { return file.workloadCause(.nothingSelected(key), .possible, file.incident.message) }
        let port = service.spec.ports[place]
        let declared = pod.spec.containers.flatMap(\.ports).filter {
            $0.protocol.or("TCP") == port.protocol.or("TCP")
        }
        // A port that another of the Service's already leads to was hardly meant twice.
        let right = declared.port(like: port.target).flatMap { candidate in
            service.spec.ports.contains { $0.port != port.port && $0.target == candidate }
                ? nil : candidate
        }
        return file.workloadCause(
            .targetPort(key, index: place, port, right: right), .certain,
            "\(key) sends port \(port.port) to \(port.target), which no container of its pods "
                + "declares" + (right.map { "; they declare \($0)" } ?? "") + ".")
    }
}
