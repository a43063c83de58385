import ArgumentParser
import ClusterModel
import Glibc
import Shadow
import StructuredData

/// `aegis shadow-test list`: the environments that are there.
struct ShadowTestListCommand: RecordedCommand {
    static let recordedName = "shadow-test-list"

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the shadow namespaces of the cluster, whoever made them.",
        usage: "aegis shadow-test list [<options>]")

    @Flag(help: "Leave out the headings.")
    var noHeaders = false

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
        let entries = try await shadows.entries()
        try shadows.reconcile(entries, &run.metrics)
        try StandardOutput.write(table(entries))
        return .clean
    }

    private func table(_ entries: [Inventory.Entry]) -> String {
        var rows = noHeaders ? [] : [["NAMESPACE", "RUN", "CREATED", "EXPIRES", "STATE"]]
        let now = Timestamp.current
        rows += entries.map { entry in
            let isPast = entry.expiresAt <= now
            return [
                entry.namespace.printable, entry.runID.printable, entry.createdAt.rfc3339,
                entry.expiresAt.rfc3339,
                entry.isEnding ? "ending" : isPast ? "expired" : "active",
            ]
        }
        var columns = Columns()
        for row in rows { columns.fit(row) }
        return rows.map { columns.line($0) + "\n" }.joined()
    }
}
