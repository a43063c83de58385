// Whether the cluster's NetworkPolicies let one pod talk to another, by the rules of the API
// (networking/v1 types.go): policies only add; a pod that no policy of a direction selects is open
// in that direction; both ends must agree. What cannot be decided from the objects (an address
// range may or may not hold a pod) counts as allowed.

import ClusterModel

struct NetworkPolicyEvaluator {
    private let byNamespace: [Symbol: [NetworkPolicy]]
    private let namespaceLabels: [Symbol: StringMap]
    private let knowsNamespaces: Bool

    init(_ snapshot: Snapshot) {
        byNamespace = Dictionary(grouping: snapshot.networkPolicies, by: \.metadata.namespace)
        namespaceLabels = Dictionary(
            snapshot.namespaces.map { ($0.metadata.name, $0.metadata.labels) },
            uniquingKeysWith: { first, _ in first })
        knowsNamespaces = snapshot.isComplete(.namespace)
    }

    /// The direction and the policies by which traffic is blocked.
    struct Block {
        enum Direction: String { case ingress, egress }
        let direction: Direction
        let policies: [NetworkPolicy]
    }

    var isEmpty: Bool { byNamespace.isEmpty }

    /// Nil if the traffic is let through, as far as can be told.
    func block(from client: Pod, to server: Pod, port: IntOrString, proto: Symbol) -> Block? {
        let inbound = policies(on: server).filter(\.governsIngress)
        if !inbound.isEmpty,
            !inbound.contains(where: { policy in
                policy.spec.ingress.contains { rule in
                    opens(rule.ports, server, port, proto)
                        && admits(rule.from, client, policy.metadata.namespace)
                }
            })
        {
            return Block(direction: .ingress, policies: inbound)
        }
        let outbound = policies(on: client).filter(\.governsEgress)
        if !outbound.isEmpty,
            !outbound.contains(where: { policy in
                policy.spec.egress.contains { rule in
                    opens(rule.ports, server, port, proto)
                        && admits(rule.to, server, policy.metadata.namespace)
                }
            })
        {
            return Block(direction: .egress, policies: outbound)
        }
        return nil
    }

    private func policies(on pod: Pod) -> [NetworkPolicy] {
        (byNamespace[pod.metadata.namespace] ?? []).filter {
            $0.spec.podSelector.matches(pod.metadata.labels)
        }
    }

    /// No port means every port.
    private func opens(
        _ ports: [NetworkPolicyPort], _ server: Pod, _ port: IntOrString, _ proto: Symbol
    ) -> Bool {
        guard !ports.isEmpty else { return true }
        let number = server.containerPort(port)
        return ports.contains { allowed in
            guard allowed.protocol.or("TCP") == proto.or("TCP") else { return false }
            guard let first = allowed.port else { return true }
            guard let number, let from = server.containerPort(first) else { return first == port }
            return (from...max(from, allowed.endPort ?? from)).contains(number)
        }
    }

    /// No peer means everyone.
    private func admits(_ peers: [NetworkPolicyPeer], _ pod: Pod, _ namespace: Symbol) -> Bool {
        peers.isEmpty || peers.contains { admits($0, pod, namespace) }
    }

    private func admits(_ peer: NetworkPolicyPeer, _ pod: Pod, _ namespace: Symbol) -> Bool {
        if peer.ipBlock != nil { return true }
        if let selector = peer.namespaceSelector {
            guard let labels = namespaceLabels[pod.metadata.namespace] else {
                return !knowsNamespaces
            }
            guard selector.matches(labels) else { return false }
        } else if pod.metadata.namespace != namespace {
            return false
        }
        return peer.podSelector?.matches(pod.metadata.labels) ?? true
    }
}

extension NetworkPolicy {
    /// Without `policyTypes` a policy is about ingress, and about egress if it has such rules.
    fileprivate var governsIngress: Bool {
        spec.policyTypes.isEmpty || spec.policyTypes.contains("Ingress")
    }

    fileprivate var governsEgress: Bool {
        spec.policyTypes.isEmpty ? !spec.egress.isEmpty : spec.policyTypes.contains("Egress")
    }
}

extension Pod {
    /// The number behind a port; nil for a name that no container declares.
    func containerPort(_ port: IntOrString) -> Int? {
        switch port {
        case .int(let number): number
        case .string(let name):
            spec.containers.lazy.flatMap(\.ports).first { $0.name == name }?.containerPort
        }
    }
}
