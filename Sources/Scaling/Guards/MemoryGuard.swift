import ClusterModel
import Detection

/// Memory is not taken from what was killed for it, nor from what keeps growing.
enum MemoryGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        for place in draft.sizes.indices where draft.sizes[place].resource == .memory {
            raiseAfterKill(&draft, place, context)
            warnIfGrowing(&draft, place, context)
        }
    }

    /// As the VPA does: what it was killed at and 100 MiB or a fifth more, whichever is more.
    private static func raiseAfterKill(
        _ draft: inout Draft, _ place: Int, _ context: GuardContext
    ) {
        let size = draft.sizes[place]
        let kills = draft.subject.memoryKills(
            of: size.container, since: context.book.window.start)
        let usage = context.book[draft.subject.key, size.container]?.memory?.highest ?? 0
        let worst = kills.map { $0.limit?.amount ?? usage }.max()
        guard let worst, worst > 0 else { return }
        let floor = KRREstimate.wholeMebibytes(OOMFloor.bytes(killedAt: worst))
        guard floor > size.proposed else { return }
        let at = AmountText.of("memory", bytes: worst)
        draft.set(
            place, to: floor, .oomFloor,
            "killed for memory at \(at) (\(kills.count.of("kill"))); max(\(at) + 100Mi, \(at) × 1.2)"
        )
    }

    private static func warnIfGrowing(
        _ draft: inout Draft, _ place: Int, _ context: GuardContext
    ) {
        let size = draft.sizes[place]
        guard let grid = context.book[draft.subject.key, size.container]?.memory?.grid,
            let growth = MemoryGrowth(grid)
        else { return }
        let message =
            "its daily peak rose for \(MemoryGrowth.days) days without a break, from "
            + "\(AmountText.of("memory", bytes: growth.first)) to "
            + "\(AmountText.of("memory", bytes: growth.last)): no request fits a leak"
        if size.isChange, !size.raises {
            draft.hold(place, .memoryGrowth, message)
        } else {
            draft.note(.memoryGrowth, .noted, size.subject, message)
        }
    }
}
