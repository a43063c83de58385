import ClusterModel
import Detection

/// What is raised must find room: as many pods of the new size as there would be, on the nodes that
/// would take them, beside everything else that runs there. Other proposals are not counted.
enum NodeFitGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        let growsSizes = draft.sizes.contains(where: \.raises)
        let growsCount = draft.replicas.map { $0.proposed > $0.current } ?? false
        guard growsSizes || growsCount, let nodes = candidates(draft.subject, context) else {
            return
        }
        let capacity = capacity(draft, nodes, context)
        guard capacity < draft.count else { return }
        let message =
            "\(capacity) of \(draft.count) such pods fit \(nodes.count.of("node")) beside what runs there"
        if growsSizes {
            for place in draft.sizes.indices where draft.sizes[place].raises {
                draft.hold(place, .nodeFit, message)
            }
        }
        guard growsCount, let replicas = draft.replicas else { return }
        let room = self.capacity(draft, nodes, context)
        if room < replicas.proposed {
            draft.set(
                replicas: max(replicas.current, room), .nodeFit,
                "\(room) of \(replicas.proposed) pods fit \(nodes.count) nodes beside what runs there"
            )
        }
    }

    /// Nodes that only lack room, or nothing; nil where the nodes or what runs on them is not known.
    private static func candidates(
        _ subject: ScalingSubject, _ context: GuardContext
    ) -> [Symbol]? {
        guard let pod = subject.pods.first, let verdict = context.placement.verdict(on: pod),
            verdict.isCertain
        else { return nil }
        let tight = verdict.obstacles.compactMap { node, obstacle -> Symbol? in
            switch obstacle {
            case .lacks, .noPodSlot: node
            // A pod keeps away from its like where it runs already, and is counted there below.
            case .antiAffinity, .spread:
                subject.pods.contains { $0.spec.nodeName == node } ? node : nil
            default: nil
            }
        }
        return verdict.fitting + tight
    }

    private static func capacity(
        _ draft: Draft, _ nodes: [Symbol], _ context: GuardContext
    ) -> Int {
        // Wide enough for whatever a dump holds.
        let present = PodRequest(draft.subject.template.spec).amounts.mapValues { Int128($0) }
        var wanted = present
        for size in draft.sizes where size.isChange {
            let change = Int128(size.request.milli) - Int128(size.current?.milli ?? 0)
            wanted[size.resource.name, default: 0] += change
        }
        let own = Dictionary(grouping: draft.subject.pods, by: \.spec.nodeName)
        return nodes.reduce(0) { sum, node in
            let mine = Int64(own[node]?.count ?? 0)
            let fits = wanted.filter { $0.value > 0 }.map { resource, amount -> Int64 in
                let returned = (present[resource] ?? 0) * Int128(mine)
                let free = Int128(context.room.free(resource, on: node)) + returned
                return Int64(clamping: max(0, free) / amount)
            }
            let slots = context.room.hasPodSlot(on: node) ? Int64(draft.count) : mine
            return min(draft.count, sum + Int(min(fits.min() ?? slots, slots)))
        }
    }
}
