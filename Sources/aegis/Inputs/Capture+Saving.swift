import ClusterModel
import StructuredData

extension Capture {
    /// Writes what was read, for a later `-f`.
    /// - Parameter moment: as of which it is to be judged.
    func save(to path: String, as moment: Timestamp, shard: Shard? = nil) throws {
        var info = SnapshotInfo()
        info.capturedAt = moment
        info.cluster = cluster
        info.context = context
        info.shard = shard
        let format: DocumentWriter.Format =
            path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? .yaml : .json
        try AtomicFile.write(path, mode: 0o600) { write in
            try snapshot.write(info, format: format, drain: write)
        }
    }
}
