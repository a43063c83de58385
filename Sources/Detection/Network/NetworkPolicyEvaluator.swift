// Whether the cluster's NetworkPolicies let one pod talk to another, by the rules of the API
// (networking/v1 types.go): policies only add; a pod that no policy of a direction selects is open
// in that direction; both ends must agree. What cannot be decided from the objects (an address
// range may or may not hold a pod, pods in their node's network) counts as allowed.

import ClusterModel

struct NetworkPolicyEvaluator {
    private let byNamespace: [Symbol: [NetworkPolicy]]
    private let namespaceLabels: [Symbol: StringMap]
    private let knowsNamespaces: Bool
    /// The keys of pod labels that some policy asks for.
    private let askedLabels: Set<Symbol>

    init(_ snapshot: Snapshot) {
        byNamespace = Dictionary(grouping: snapshot.networkPolicies, by: \.metadata.namespace)
        namespaceLabels = Dictionary(
            snapshot.namespaces.map { ($0.metadata.name, $0.metadata.labels) },
            uniquingKeysWith: { first, _ in first })
        knowsNamespaces = snapshot.isComplete(.namespace)
        askedLabels = Set(
            snapshot.networkPolicies.flatMap(\.podSelectors).flatMap { selector in
                selector.matchLabels.entries.map(\.key) + selector.matchExpressions.map(\.key)
            })
    }

    /// The direction and the policies by which traffic is blocked.
    struct Block {
        enum Direction: String { case ingress, egress }
        let direction: Direction
        let policies: [NetworkPolicy]
    }

    var isEmpty: Bool { byNamespace.isEmpty }

    /// One of each kind of pods that policies can tell apart. Most labels (a StatefulSet's pods have
    /// each their own) are asked for by no policy.
    func kinds(of pods: [Pod]) -> [Pod] {
        struct Look: Hashable {
            let namespace: Symbol
            let labels: [StringMap.Entry]
            let ports: [ContainerPort]
            let hostNetwork: Bool
        }
        var seen: Set<Look> = []
        return pods.filter { pod in
            seen.insert(
                Look(
                    namespace: pod.metadata.namespace,
                    labels: pod.metadata.labels.entries.filter { askedLabels.contains($0.key) },
                    ports: pod.spec.containers.flatMap(\.ports), hostNetwork: pod.spec.hostNetwork)
            ).inserted
        }
    }

    /// Nil if the traffic is let through, as far as can be told.
    func block(from client: Pod, to server: Pod, port: IntOrString, proto: Symbol) -> Block? {
        if client.spec.hostNetwork || server.spec.hostNetwork { return nil }
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

    /// The same where nothing is known of the server: nil unless no rule opens the port to anybody.
    func block(from client: Pod, toAnyAt port: Int, proto: Symbol) -> Block? {
        if client.spec.hostNetwork { return nil }
        let outbound = policies(on: client).filter(\.governsEgress)
        let isOpen = outbound.contains { policy in
            policy.spec.egress.contains { $0.ports.mayOpen(port, proto) }
        }
        return outbound.isEmpty || isOpen ? nil : Block(direction: .egress, policies: outbound)
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
    fileprivate var podSelectors: [LabelSelector] {
        let peers = spec.ingress.flatMap(\.from) + spec.egress.flatMap(\.to)
        return [spec.podSelector] + peers.compactMap(\.podSelector)
    }

    /// Without `policyTypes` a policy is about ingress, and about egress if it has such rules.
    fileprivate var governsIngress: Bool {
        spec.policyTypes.isEmpty || spec.policyTypes.contains("Ingress")
    }

    fileprivate var governsEgress: Bool {
        spec.policyTypes.isEmpty ? !spec.egress.isEmpty : spec.policyTypes.contains("Egress")
    }
}

extension [NetworkPolicyPort] {
    /// A name may stand for any number.
    fileprivate func mayOpen(_ number: Int, _ proto: Symbol) -> Bool {
        isEmpty
            || contains { allowed in
                guard allowed.protocol.or("TCP") == proto else { return false }
                guard case .int(let from) = allowed.port else { return true }
                return (from...Swift.max(from, allowed.endPort ?? from)).contains(number)
            }
    }
}

extension Pod {
    /// The number behind a port; nil for a name that no container declares.
    func containerPort(_ port: IntOrString) -> Int? {
        switch port {
        case .int(let number): number
        case .string(let name):
            (spec.containers + spec.initContainers.filter(\.isSidecar)).lazy.flatMap(\.ports)
                .first { $0.name == name }?.containerPort
        }
    }
}
