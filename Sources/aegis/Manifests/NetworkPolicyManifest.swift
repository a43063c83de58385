import ClusterModel

/// Nothing in, and out only to the API server and what else is asked for.
struct NetworkPolicyManifest {
    let options: ManifestOptions
    let apiServer: [EgressTarget]
    let egress: [EgressTarget]

    /// Where API servers listen: behind load balancers and on control plane nodes.
    private static let usualServers = [443, 6443].map { EgressTarget(.anywhere, port: $0) }

    var manifest: JSONValue {
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
    private var nameServers: [JSONValue] {
        if egress.isEmpty { return [] }
        let ports = ["UDP", "TCP"].map { JSONValue.port(53, $0) }
        return [["ports": .array(ports)]]
    }
}

extension EgressTarget {
    fileprivate var rule: JSONValue {
        let ports: JSONValue = ["ports": [.port(port, "TCP")]]
        return switch peer {
        case .anywhere: ports
        case .block(let cidr): ports.with(["to": [["ipBlock": ["cidr": .string(cidr)]]]])
        case .namespace(let name):
            ports.with([
                "to": [
                    [
                        "namespaceSelector": [
                            "matchLabels": ["kubernetes.io/metadata.name": .string(name)]
                        ]
                    ]
                ]
            ])
        }
    }
}

extension JSONValue {
    fileprivate static func port(_ number: Int, _ transport: String) -> JSONValue {
        ["protocol": .string(transport), "port": .int(Int64(number))]
    }
}
