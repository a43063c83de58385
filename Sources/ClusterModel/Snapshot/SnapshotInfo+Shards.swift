extension SnapshotInfo {
    /// What one run would have said of all that these runs read, each of which read one shard of
    /// one cluster.
    package init(merging shards: [SnapshotInfo]) {
        let parts = shards.sorted { ($0.shard?.index ?? 0) < ($1.shard?.index ?? 0) }
        self = parts.first ?? SnapshotInfo()
        shard = nil
        capturedAt = parts.map(\.capturedAt).max() ?? Timestamp()
        coverage = Kind.listed.compactMap { kind in
            let entries = parts.filter { $0.shard?.holds(kind) ?? true }.map { part in
                var entry =
                    part.coverage.lazy.compactMap(\.entry).first { $0.kind == kind }
                    ?? Coverage(kind, .absent, reason: "not in every shard")
                // Whoever reads the objects counts them.
                entry.count = 0
                return entry
            }
            guard let first = entries.first else { return nil }
            return SavedCoverage(entries.dropFirst().reduce(first) { $1.joined(to: $0) })
        }
    }
}
