import ClusterModel

/// `namespace/name` → who answers for the Service: as its EndpointSlices say or, where there are
/// none, its Endpoints; where there are neither, as its selector would have it.
package struct ServiceEndpointIndex: Index {
    private let services: ObjectTable<Service>
    private let source: IndexSource

    package init(_ source: IndexSource) {
        services = ObjectTable(source.admitted(source.snapshot.services))
        self.source = source
    }

    package var count: Int { services.count }
    package subscript(place: Int) -> ServiceEndpoints { entry(services[place]) }
    package subscript(key: String) -> ServiceEndpoints? { services[key].map(entry) }

    private func entry(_ service: Service) -> ServiceEndpoints {
        var entry = ServiceEndpoints(service)
        let slices = source.slices[service.key]
        if !slices.isEmpty {
            entry.take(slices)
        } else if let endpoints = endpoints(of: service) {
            entry.take(endpoints)
        } else if service.spec.type != "ExternalName", !service.spec.selector.isEmpty {
            entry.take(selected(by: service), of: service)
        }
        return entry
    }

    private func endpoints(of service: Service) -> Endpoints? {
        if source.snapshot.endpoints.isEmpty { return nil }
        let key = ObjectKey(.endpoints, service.metadata.namespace, service.metadata.name)
        return source.lookups.position(of: key).map { source.snapshot.endpoints[$0] }
    }

    private func selected(by service: Service) -> [Pod] {
        source.lookups.pods(inNamespace: service.metadata.namespace, with: service.spec.selector)
            .filter { !$0.isFinished }
    }
}

extension ServiceEndpoints {
    /// A pod with two addresses stands in two slices, and is one endpoint.
    fileprivate mutating func take(_ slices: [EndpointSlice]) {
        origin = "EndpointSlice"
        var seen: Set<ServiceEndpoint> = []
        for slice in slices {
            for endpoint in slice.endpoints {
                let target = ServiceEndpoint(
                    endpoint.targetRef, endpoint.addresses.first ?? .empty, endpoint.nodeName)
                guard seen.insert(target.identity).inserted else { continue }
                add(target, isReady: endpoint.conditions.ready ?? true)
            }
            for port in slice.ports where !endpointPorts.contains(port) {
                endpointPorts.append(port)
            }
        }
    }

    fileprivate mutating func take(_ endpoints: Endpoints) {
        origin = "Endpoints"
        for subset in endpoints.subsets {
            for (addresses, isReady) in [
                (subset.addresses, true), (subset.notReadyAddresses, false),
            ] {
                for address in addresses {
                    add(
                        ServiceEndpoint(address.targetRef, address.ip, address.nodeName),
                        isReady: isReady)
                }
            }
            for port in subset.ports {
                let port = EndpointSlicePort(port)
                if !endpointPorts.contains(port) { endpointPorts.append(port) }
            }
        }
    }

    fileprivate mutating func take(_ pods: [Pod], of service: Service) {
        origin = "selector"
        for pod in pods {
            var target = ServiceEndpoint()
            target.pod = pod.metadata.name
            target.address = pod.status.podIP
            target.node = pod.spec.nodeName
            let isReady = pod.isReady && !pod.metadata.isTerminating
            add(target, isReady: isReady || service.spec.publishNotReadyAddresses)
        }
    }

    private mutating func add(_ target: ServiceEndpoint, isReady: Bool) {
        if isReady { ready.value.append(target) } else { notReady.value.append(target) }
    }
}

extension EndpointSlicePort {
    fileprivate init(_ other: EndpointPort) {
        self.init()
        name = other.name
        `protocol` = other.protocol
        port = other.port
    }
}
