/// Nothing in, and out only to the API server and what else is asked for.
struct NetworkPolicyManifest {
    let options: ManifestOptions
    let apiServer: [EgressTarget]
    let egress: [EgressTarget]

    /// Where API servers listen: behind load balancers and on control plane nodes.
    private static let usualServers = [443, 6443].map { EgressTarget(.anywhere, port: $0) }

    var manifest: ManifestValue {
        let servers = apiServer.isEmpty ? Self.usualServers : apiServer
        return [
            "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
            "metadata": options.metadata(in: options.namespace),
            "spec": [
                "podSelector": ["matchLabels": options.labels],
                "policyTypes": ["Ingress", "Egress"],
                "egress": .array((servers + egress).map(\.rule) + nameServers),
            ],
        ]
    }

    /// The API server is found by its address, all else by name. Where name servers are differs
    /// too much to say more than their port.
    private var nameServers: [ManifestValue] {
        if egress.isEmpty { return [] }
        let ports = ["UDP", "TCP"].map { ManifestValue.port(53, $0) }
        return [["ports": .array(ports)]]
    }
}

extension EgressTarget {
    fileprivate var rule: ManifestValue {
        let ports: ManifestValue = ["ports": [.port(port, "TCP")]]
        return switch peer {
        case .anywhere: ports
        case .block(let cidr): ports.with(["to": [["ipBlock": ["cidr": .string(cidr)]]]])
        case .namespace(let name):
            ports.with([
                "to": [
                    [
                        "namespaceSelector": [
                            "matchLabels": .labels(["kubernetes.io/metadata.name": name])
                        ]
                    ]
                ]
            ])
        }
    }
}

extension ManifestValue {
    fileprivate static func port(_ number: Int, _ transport: String) -> ManifestValue {
        ["protocol": .string(transport), "port": .int(number)]
    }
}
