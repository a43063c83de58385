import ClusterModel
import Detection

/// Finds nodes for pods one after another, by the scheduler's arithmetic, without working out the
/// whole cluster again for each.
struct Placer {
    private let view: ClusterView
    private let analysis: PlacementAnalysis
    private let room: NodeRoom
    private var taken: [Symbol: [Symbol: Int64]] = [:]
    private var domains: [Symbol: Set<Symbol>] = [:]
    /// Pods of one workload are alike, so the verdict holds for all.
    private var verdict: PlacementAnalysis.Verdict??

    /// - Parameter view: without the pods that are to be placed.
    init(_ view: ClusterView) {
        self.view = view
        analysis = PlacementAnalysis(view)
        room = NodeRoom(view.snapshot)
    }

    /// The node that has most room; where the nodes are not known, the one the pod was on or any.
    mutating func place(_ pod: Pod) -> Symbol? {
        let verdict = verdict ?? analysis.verdict(on: pod)
        self.verdict = .some(verdict)
        guard let verdict else { return pod.spec.nodeName.or("unknown") }
        let apart = (pod.spec.affinity?.podAntiAffinity?.required ?? []).filter {
            $0.labelSelector?.matches(pod.metadata.labels) ?? false
        }.map(\.topologyKey)
        let fits = verdict.fitting.filter { node in
            verdict.request.amounts.allSatisfy { resource, wanted in
                wanted <= left(resource, on: node)
            } && apart.allSatisfy { !isTaken($0, by: node) }
        }
        let best = fits.max { (left("cpu", on: $0), $1) < (left("cpu", on: $1), $0) }
        guard let best else { return nil }
        for (resource, wanted) in verdict.request.amounts {
            taken[best, default: [:]][resource, default: 0] &+= wanted
        }
        for key in apart {
            if let domain = domain(key, of: best) { domains[key, default: []].insert(domain) }
        }
        return best
    }

    private func left(_ resource: Symbol, on node: Symbol) -> Int64 {
        room.free(resource, on: node) &- (taken[node]?[resource] ?? 0)
    }

    private func domain(_ key: Symbol, of node: Symbol) -> Symbol? {
        view.index.node(node)?.metadata.labels[key]
    }

    private func isTaken(_ key: Symbol, by node: Symbol) -> Bool {
        domain(key, of: node).map { domains[key]?.contains($0) ?? false } ?? false
    }
}
