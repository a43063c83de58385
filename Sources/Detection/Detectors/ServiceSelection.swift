import ClusterModel

/// The Services by what they select, for the question which of them send traffic to pods of some
/// labels. A Service is filed under one label of its selector, so that a look-up costs a hash for
/// each label of the pods, however many Services the namespace has.
struct ServiceSelection: Sendable {
    private struct Label: Hashable {
        let namespace: Symbol
        let key: Symbol
        let value: Symbol
    }

    private var services: [Label: [Service]] = [:]

    init(_ services: [Service]) {
        for service in services where service.spec.type != "ExternalName" {
            guard let label = service.spec.selector.entries.last else { continue }
            let namespace = service.metadata.namespace
            let place = Label(namespace: namespace, key: label.key, value: label.value)
            self.services[place, default: []].append(service)
        }
    }

    /// The Services that select pods with these labels, by name.
    func services(in namespace: Symbol, selecting labels: StringMap) -> [Service] {
        labels.entries
            .flatMap { services[Label(namespace: namespace, key: $0.key, value: $0.value)] ?? [] }
            .filter { labels.contains($0.spec.selector) }
            .sorted { $0.metadata.name < $1.metadata.name }
    }
}
