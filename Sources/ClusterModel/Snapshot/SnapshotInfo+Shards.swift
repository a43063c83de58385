extension SnapshotInfo {
    /// What one run would have said of all that these runs read, each of which read one shard of
    /// one cluster.
    package init(merging shards: [SnapshotInfo]) {
        let parts = shards.sorted { ($0.shard?.index ?? 0) < ($1.shard?.index ?? 0) }
        self = parts.first ?? SnapshotInfo()
        shard = nil
        capturedAt = parts.map(\.capturedAt).max() ?? Timestamp()
        coverage = Kind.listed.compactMap { kind in
            let asked = parts.filter { $0.shard?.holds(kind) ?? true }
            let known = asked.map { part in
                part.coverage.lazy.compactMap(\.entry).first { $0.kind == kind }
            }
            if known.allSatisfy({ $0 == nil }) { return nil }
            let entries = known.map { entry in
                // Whoever reads the objects counts them.
                Coverage(
                    kind, entry?.state ?? .absent, reason: entry?.reason ?? "not in every shard")
            }
            guard let first = entries.first else { return nil }
            return SavedCoverage(entries.dropFirst().reduce(first) { $1.joined(to: $0) })
        }
    }
}
