import ClusterModel
import StructuredData

/// The reading of one part of a cluster. It judges nothing: what is wrong in one part may only be
/// told with another, so whoever has them all does that.
struct ShardRun {
    let command: ScanCommand
    let settings: Settings
    let environment: [String: String]

    func save(_ shard: Shard, to path: String, _ run: inout RunRecord) async throws -> ExitStatus {
        // It is the merged scan that counts as one.
        run.isRecorded = false
        let source = Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: settings, environment: environment, shard: shard)
        let capture = try await source.capture(&run)
        try capture.save(to: path, as: source.moment(of: capture), shard: shard)
        let coverage = capture.snapshot.coverageByName.map(CoverageRecord.init)
        let count = coverage.reduce(0) { $0 + $1.count.value }
        Diagnostics.note("shard \(shard): \(count) objects saved in \(path.printable)")
        Diagnostics.gaps(coverage.gaps)
        return coverage.gaps.isEmpty ? .clean : .partial
    }
}
