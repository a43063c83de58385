import ClusterModel

/// A pod's rules about other pods, with where those pods are: worked out once a pod, so that each
/// node costs a look-up.
struct Neighbours {
    private struct Rule {
        let topologyKey: Symbol
        /// How many matching pods each domain holds.
        let counts: [Symbol: Int]
    }

    private let apart: [Rule]
    private let together: [Rule]
    private let spread: [(rule: Rule, maxSkew: Int, lowest: Int)]

    init(_ pod: Pod, _ index: ClusterIndex) {
        func rule(_ term: PodAffinityTerm) -> Rule {
            Rule(
                topologyKey: term.topologyKey,
                counts: Self.counts(term.topologyKey, Self.pods(term, pod, index), index))
        }
        apart = (pod.spec.affinity?.podAntiAffinity?.required ?? []).map(rule)
        // The first pod of a group that wants to be near itself is let in anywhere.
        together = (pod.spec.affinity?.podAffinity?.required ?? []).compactMap { term in
            let made = rule(term)
            let isSelf = term.labelSelector?.matches(pod.metadata.labels) ?? false
            return made.counts.isEmpty && isSelf ? nil : made
        }
        spread = pod.spec.topologySpreadConstraints.compactMap { constraint in
            guard constraint.whenUnsatisfiable != "ScheduleAnyway",
                let selector = constraint.labelSelector
            else { return nil }
            let key = constraint.topologyKey
            let pods = index.pods(inNamespace: pod.metadata.namespace, matching: selector)
            let counts = Self.counts(key, pods, index)
            let domains = Set(index.snapshot.nodes.compactMap { $0.metadata.labels[key] })
            let lowest = domains.map { counts[$0] ?? 0 }.min() ?? 0
            return (Rule(topologyKey: key, counts: counts), constraint.maxSkew, lowest)
        }
    }

    func obstacle(on node: Node) -> Obstacle? {
        let labels = node.metadata.labels
        for rule in apart {
            if let domain = labels[rule.topologyKey], rule.counts[domain] != nil {
                return .antiAffinity(topologyKey: rule.topologyKey)
            }
        }
        for rule in together {
            guard let domain = labels[rule.topologyKey], rule.counts[domain] != nil else {
                return .podAffinity(topologyKey: rule.topologyKey)
            }
        }
        for (rule, maxSkew, lowest) in spread {
            guard let domain = labels[rule.topologyKey],
                (rule.counts[domain] ?? 0) + 1 - lowest <= maxSkew
            else { return .spread(topologyKey: rule.topologyKey) }
        }
        return nil
    }

    private static func counts(
        _ topologyKey: Symbol, _ pods: [Pod], _ index: ClusterIndex
    ) -> [Symbol: Int] {
        var counts: [Symbol: Int] = [:]
        for pod in pods where !pod.isFinished && !pod.spec.nodeName.isEmpty {
            guard let domain = index.node(pod.spec.nodeName)?.metadata.labels[topologyKey] else {
                continue
            }
            counts[domain, default: 0] += 1
        }
        return counts
    }

    private static func pods(
        _ term: PodAffinityTerm, _ pod: Pod, _ index: ClusterIndex
    ) -> [Pod] {
        guard let selector = term.labelSelector else { return [] }
        var namespaces = Set(term.namespaces)
        if let wanted = term.namespaceSelector {
            namespaces.formUnion(
                index.snapshot.namespaces.filter { wanted.matches($0.metadata.labels) }
                    .map(\.metadata.name))
        } else if namespaces.isEmpty {
            namespaces = [pod.metadata.namespace]
        }
        return namespaces.flatMap { index.pods(inNamespace: $0, matching: selector) }
    }
}
