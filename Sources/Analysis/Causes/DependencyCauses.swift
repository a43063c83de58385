import ClusterModel
import Detection

/// A connection that is refused or lost, followed to the Service that it was meant for.
enum DependencyCauses {
    static func cause(
        _ target: String, _ complaint: Complaint, _ place: ContainerPlace, _ fact: Fact.ID,
        _ file: inout CaseFile
    ) -> RootCause {
        let (host, port) = target.hostAndPort
        let names = ServiceNames(file.index)
        guard let service = names.service(Symbol(host), from: place.workload.namespace) else {
            return file.cause(
                .complaint(place, complaint), place, .likely,
                "Container \"\(place.container)\" says: \(complaint).", [fact])
        }
        let (trouble, words, more) = trouble(of: service, port, &file)
        return file.cause(
            .dependency(place, service: service.key, trouble), place,
            trouble == .other ? .possible : .likely,
            "Container \"\(place.container)\" cannot reach \(service.key): \(words).",
            [fact] + more)
    }

    private static func trouble(
        of service: Service, _ port: Int?, _ file: inout CaseFile
    ) -> (DependencyTrouble, String, [Fact.ID]) {
        if let port, !service.spec.ports.contains(where: { $0.port == port }) {
            let only = service.spec.ports.count == 1 ? service.spec.ports.first?.port : nil
            let have = service.spec.ports.map { "\($0.port)" }.joined(separator: ", ")
            let fact = file.cite(service.key, "spec.ports[*].port", have)
            return (.noSuchPort(port, right: only), "it has no port \(port), only \(have)", [fact])
        }
        guard let backends = file.view.backends(of: service), backends.ready.isEmpty else {
            return (.other, "it has ready pods, which do not answer", [])
        }
        let workload = file.snapshot.maker(selectedBy: service, in: file.index)
        let isZero = workload.flatMap { file.index.maker($0)?.desiredReplicas } == 0
        let fact = file.cite(
            service.key, "spec.selector", service.spec.selector.text,
            note: "\(backends.pods.count) pods, 0 ready")
        var facts = [fact]
        if isZero, let workload { facts.append(file.cite(workload, "spec.replicas", "0")) }
        let words =
            isZero
            ? "\(workload.map(\.description) ?? "its workload") is scaled to 0"
            : "it has no ready pod"
        return (.noEndpoints(workload: workload, isScaledToZero: isZero), words, facts)
    }
}

extension Snapshot {
    /// The workload whose pods a Service selects.
    func maker(selectedBy service: Service, in index: ClusterIndex) -> ObjectKey? {
        let namespace = service.metadata.namespace
        func match(_ workloads: [some Workload]) -> ObjectKey? {
            workloads.inNamespace(namespace).first {
                $0.template.metadata.labels.contains(service.spec.selector)
            }?.key
        }
        return match(deployments) ?? match(statefulSets) ?? match(daemonSets)
    }
}
