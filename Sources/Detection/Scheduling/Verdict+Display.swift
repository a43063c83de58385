package import ClusterModel

extension PlacementAnalysis.Verdict {
    /// `0/5 nodes: 3 lack cpu (needs 4, most free 1200m), 2 have taint dedicated=gpu:NoSchedule`.
    package var summary: String {
        let count = obstacles.count + fitting.count
        let parts = groups.map { "\($0.nodes.count) \(words($0.group, $0.nodes))" }
        return "\(fitting.count)/\(count) nodes: \(parts.joined(separator: ", "))"
    }

    /// Obstacles of the same sort, the most frequent first.
    private var groups: [(group: Obstacle.Group, nodes: [Obstacle])] {
        Dictionary(grouping: obstacles.map(\.obstacle), by: \.group)
            .map { (group: $0.key, nodes: $0.value) }
            .sorted {
                $0.nodes.count != $1.nodes.count
                    ? $0.nodes.count > $1.nodes.count
                    : words($0.group, $0.nodes) < words($1.group, $1.nodes)
            }
    }

    private func words(_ group: Obstacle.Group, _ nodes: [Obstacle]) -> String {
        let one = nodes.count == 1
        switch group {
        case .cordoned: return one ? "is cordoned" : "are cordoned"
        case .taint(let text): return "\(one ? "has" : "have") taint \(text)"
        case .selector(let text): return "\(one ? "has" : "have") no label \(text)"
        case .affinity: return "\(one ? "does" : "do") not match the node affinity"
        case .lacks(let resource):
            let needs = AmountText.of(resource, milli: request.amounts[resource] ?? 0)
            let most = AmountText.of(resource, milli: mostFree(nodes))
            return "\(one ? "lacks" : "lack") \(resource) (needs \(needs), most free \(most))"
        case .noPodSlot: return "\(one ? "has" : "have") no room for another pod"
        case .antiAffinity(let key):
            return "\(one ? "has" : "have") a pod to keep apart from by \(key)"
        case .podAffinity(let key): return "\(one ? "has" : "have") no pod to be near to by \(key)"
        case .spread(let key): return "would upset the spread over \(key)"
        case .volume(let claim):
            return "\(one ? "does" : "do") not reach the volume of claim \(claim)"
        }
    }

    private func mostFree(_ nodes: [Obstacle]) -> Int64 {
        nodes.map { if case .lacks(_, let free) = $0 { free } else { 0 } }.max() ?? 0
    }

    /// The smallest change that would place the pod; nil where none is near.
    func remedy(_ snapshot: Snapshot) -> String? {
        if let lack = bestLack {
            let free = AmountText.of(lack.resource, milli: lack.free)
            return "it would fit \(lack.node) with a \(lack.resource) request of at most \(free)"
        }
        guard let first = groups.first(where: { !$0.nodes[0].isNodeTrouble }) else { return nil }
        switch first.nodes[0] {
        case .taint(let taint):
            return "a toleration for \(taint.text) would open \(first.nodes.count)"
        case .selector(let key, let value): return labelRemedy(key, value, snapshot)
        default: return nil
        }
    }

    /// The node that lacks least, in proportion to what is needed.
    package var bestLack: (node: Symbol, resource: Symbol, free: Int64)? {
        obstacles.compactMap { node, obstacle -> (node: Symbol, resource: Symbol, free: Int64)? in
            guard case .lacks(let resource, let free) = obstacle, free > 0 else { return nil }
            return (node, resource, free)
        }.max { share($0) < share($1) }
    }

    private func share(_ lack: (node: Symbol, resource: Symbol, free: Int64)) -> Double {
        Double(lack.free) / Double(max(1, request.amounts[lack.resource] ?? 1))
    }

    private func labelRemedy(_ key: Symbol, _ value: Symbol, _ snapshot: Snapshot) -> String {
        let values = Set(snapshot.nodes.compactMap { $0.metadata.labels[key] })
        if values.isEmpty {
            let keys = Set(snapshot.nodes.flatMap { $0.metadata.labels.entries.map(\.key) })
            let near = nearestName(to: key.string, among: keys.sorted())
            return "no node has a label \(key)" + (near.map { "; the nearest is \($0)" } ?? "")
        }
        let have = values.sorted().prefix(4).map(\.string).joined(separator: ", ")
        return "nodes have \(key)=\(have)"
    }
}

/// Amounts as people read them: cores and millicores, binary bytes, plain counts.
package enum AmountText {
    package static func of(_ resource: Symbol, milli: Int64) -> String {
        if resource == "cpu" { return milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli)m" }
        let value = milli / 1000
        guard resource == "memory" || resource == "ephemeral-storage" || resource == "storage"
        else {
            return "\(value)"
        }
        for (shift, unit) in [(40, "Ti"), (30, "Gi"), (20, "Mi"), (10, "Ki")]
        where value >= Int64(1) << Int64(shift) {
            let tenths = value / ((Int64(1) << Int64(shift)) / 10)
            return tenths % 10 == 0 || tenths >= 1000
                ? "\(tenths / 10)\(unit)" : "\(tenths / 10).\(tenths % 10)\(unit)"
        }
        return "\(value)"
    }
}
