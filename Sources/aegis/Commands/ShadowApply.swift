import ClusterModel
import Glibc
import Shadow

/// Brings a change that has passed into production, as far as everybody agrees.
struct ShadowApply {
    let options: ApplyOptions
    let objects: LiveObjects
    let cluster: LiveCluster

    /// Nil where the person at the terminal says no.
    func apply(_ change: ProposedChange) async throws -> RolloutRecord? {
        guard options.yes || asks(change) else { return nil }
        let runID = ShadowEnvironment.randomID()
        let namespaces = Set(change.targets.map(\.namespace.string)).subtracting([""])
        var peering = KopfPeering.Options()
        if let name = options.peering { peering.name = name }
        if let priority = options.priority { peering.priority = priority }
        peering.holds = options.peeringHold
        var guards: [any RolloutGuard] = [
            try await KopfPeering(
                cluster.client, namespaces: namespaces, runID: runID, options: peering)
        ]
        guards += namespaces.sorted().map {
            RolloutLease(cluster.client, namespace: $0, runID: runID)
        }
        var rollout = StagedRollout.Options()
        if let stages = options.stages { rollout.stages = stages }
        if let pause = options.pause { rollout.pause = pause.count }
        if let timeout = options.stageTimeout { rollout.timeout = timeout.count }
        let staged = StagedRollout(objects, options: rollout, guards: guards)
        return try await Interruption.catching { try await staged.apply(change) }
    }

    private func asks(_ change: ProposedChange) -> Bool {
        let targets = change.targets.map { "\($0)" }.joined(separator: ", ")
        Diagnostics.note(
            "apply \(change.source) to \(targets) in \(cluster.access.displayName)? [y/N]")
        let answer = readLine()?.lowercased() ?? ""
        return answer == "y" || answer == "yes"
    }
}
