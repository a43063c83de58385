import ClusterModel
import KubeClient
import Shadow
import Telemetry

/// Keeps the registry and the cluster in step.
struct ShadowKeeping {
    private let cluster: LiveCluster
    private let objects: LiveObjects

    init(_ cluster: LiveCluster) async throws {
        self.cluster = cluster
        objects = LiveObjects(cluster.client, try await cluster.client.discover())
    }

    func entries() async throws -> [Inventory.Entry] {
        try await Inventory(objects).entries()
    }

    /// What nobody needs any more.
    func left(among entries: [Inventory.Entry]) throws -> [Inventory.Entry] {
        let dead = try registered().filter(\.isDead).map(\.id)
        return entries.filter { $0.isLeft(now: .current, dead: Set(dead)) }
    }

    func remove(_ entries: [Inventory.Entry]) async throws {
        try await Removal(objects).remove(entries.map(\.namespace))
    }

    /// Whoever may not list Leases has made none.
    func removeDeadLeases() async throws {
        do {
            try await RolloutLease.removeDead(cluster.client, now: .current)
        } catch let error as KubeError where error.code == .api(403) {
            Diagnostics.warning("\(error)")
        }
    }

    /// Drops from the registry what is no longer in the cluster and whose run is over, and sets the
    /// gauge to what is.
    func reconcile(_ entries: [Inventory.Entry], _ metrics: inout MetricSet) throws {
        let there = Set(entries.map(\.runID))
        guard cluster.directory.path != nil else { return }
        let registry = try cluster.directory.changeShadows { registry in
            registry.entries.value.removeAll { entry in
                !there.contains(entry.id) && (entry.isDead || entry.isKept)
            }
        }
        registry.measure(&metrics)
    }

    private func registered() throws -> [RegisteredShadow] {
        guard cluster.directory.path != nil else { return [] }
        return try cluster.directory.changeShadows { _ in }.entries.value
    }
}
