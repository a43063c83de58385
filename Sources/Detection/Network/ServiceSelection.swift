import ClusterModel

/// The Services by what they select, for the question which of them send traffic to pods of some
/// labels. A Service is filed under the rarest label of its selector, so that a look-up costs a
/// hash for each label of the pods, however many Services the namespace has.
struct ServiceSelection: Sendable {
    private var services: [NamespacedLabel: [Service]] = [:]

    init(_ services: [Service]) {
        let selecting = services.filter { $0.spec.type != "ExternalName" }
        var uses: [NamespacedLabel: Int] = [:]
        for service in selecting {
            for label in service.labels { uses[label, default: 0] += 1 }
        }
        for service in selecting {
            let rarest = service.labels.min { uses[$0] ?? 0 < uses[$1] ?? 0 }
            if let rarest { self.services[rarest, default: []].append(service) }
        }
    }

    /// The Services that select pods with these labels, by name.
    func services(in namespace: Symbol, selecting labels: StringMap) -> [Service] {
        labels.entries.flatMap { services[NamespacedLabel(namespace, $0)] ?? [] }
            .filter { labels.contains($0.spec.selector) }
            .sorted { $0.metadata.name < $1.metadata.name }
    }
}

extension Service {
    fileprivate var labels: [NamespacedLabel] {
        spec.selector.entries.map { NamespacedLabel(metadata.namespace, $0) }
    }
}
