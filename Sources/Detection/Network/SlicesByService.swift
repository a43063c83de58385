import ClusterModel

/// The EndpointSlices of each Service, grouped when the first is asked for.
struct SlicesByService {
    private let snapshot: Snapshot
    private lazy var places = Dictionary(grouping: snapshot.endpointSlices.indices) {
        let metadata = snapshot.endpointSlices[$0].metadata
        let service = metadata.labels["kubernetes.io/service-name"] ?? .empty
        return ObjectKey(.service, metadata.namespace, service)
    }

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    subscript(service: ObjectKey) -> [EndpointSlice] {
        mutating get { (places[service] ?? []).map { snapshot.endpointSlices[$0] } }
    }
}
