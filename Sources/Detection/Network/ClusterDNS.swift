import ClusterModel

/// The cluster's name server: what stands behind it, and who is kept from it.
struct ClusterDNS {
    let service: Service?
    private let servers: [Pod]

    init(_ view: ClusterView) {
        let name: Symbol = "kube-dns"
        // So called by contract with kubelets and old clients; distributions that call it otherwise
        // keep the label.
        let service =
            view.index.service("kube-system", name)
            ?? view.snapshot.services.inNamespace("kube-system")
            .first { $0.metadata.labels["k8s-app"] == name }
        self.service = service
        servers = service.flatMap { view.backends(of: $0)?.ready } ?? []
    }

    /// The policies that keep the pod from asking names; nil if it may, as far as can be told.
    func block(of client: Pod, by policies: NetworkPolicyEvaluator) -> NetworkPolicyEvaluator.Block?
    {
        guard !servers.isEmpty,
            let port = service?.spec.ports.first(where: { $0.protocol == "UDP" })
        else { return policies.block(from: client, toAnyAt: 53, proto: "UDP") }
        return servers.block(from: client, port.target, port.protocol, by: policies)
    }
}

extension [Pod] {
    /// Nil unless the client is kept from every one of them.
    func block(
        from client: Pod, _ port: IntOrString, _ proto: Symbol, by policies: NetworkPolicyEvaluator
    ) -> NetworkPolicyEvaluator.Block? {
        var first: NetworkPolicyEvaluator.Block?
        for server in self {
            guard
                let block = policies.block(from: client, to: server, port: port, proto: proto)
            else { return nil }
            first = first ?? block
        }
        return first
    }
}
