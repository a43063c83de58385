import ArgumentParser
import ClusterModel
import Shadow

/// `aegis shadow-test gc`: take away what runs that were killed have left.
struct ShadowTestGCCommand: UnattendedCommand {
    static let recordedName = "shadow-test-gc"
    static let permissions = ShadowRights.collection
    static let unattendedArguments: [String] = []

    static let configuration = CommandConfiguration(
        commandName: "gc",
        abstract: "Remove what runs that were killed have left in the cluster.",
        usage: "aegis shadow-test gc [<options>]",
        discussion: """
            Removed are shadow namespaces whose time is over, those of runs that this machine \
            has begun and that no longer live, and Leases of roll-outs that nobody renews. A run \
            that is under way keeps its own.
            """)

    @OptionGroup(title: "Cluster") var cluster: ClusterOptions
    @OptionGroup var state: StateOptions

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let cluster = try LiveCluster(
            cluster, state, settings: settings, environment: environment)
        defer { cluster.close() }
        run.begin(live: cluster.access.displayName)
        let shadows = try await ShadowKeeping(cluster)
        let left = try shadows.left(among: try await shadows.entries())
        try await shadows.remove(left)
        try await shadows.removeDeadLeases()
        for entry in left { Diagnostics.note("removed namespace \(entry.namespace)") }
        try shadows.reconcile(try await shadows.entries(), &run.metrics)
        return .clean
    }
}
