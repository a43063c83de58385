package import ClusterModel

/// Which Service a host name or address means to a pod, as the cluster's DNS answers.
package struct ServiceNames {
    private let byAddress: [Symbol: Int]
    private let index: ClusterIndex

    package init(_ index: ClusterIndex) {
        self.index = index
        byAddress = Dictionary(
            index.snapshot.services.enumerated().filter {
                !$1.spec.clusterIP.isEmpty && !$1.spec.isHeadless
            }.map { ($1.spec.clusterIP, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `api`, `api.shop`, `api.shop.svc`, `api.shop.svc.cluster.local` or the cluster IP.
    package func service(_ host: Symbol, from namespace: Symbol) -> Service? {
        if let place = byAddress[host] { return index.snapshot.services[place] }
        let parts = host.string.split(separator: ".").map { Symbol(String($0)) }
        guard let name = parts.first else { return nil }
        if parts.count == 1 { return index.service(namespace, name) }
        guard parts.count == 2 || parts[2] == "svc" else { return nil }
        return index.service(parts[1], name)
    }
}
