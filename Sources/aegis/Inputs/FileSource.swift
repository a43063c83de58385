import ClusterModel
import Detection
import StructuredData

/// Reads dumps: files, directories of them, or standard input.
struct FileSource {
    let paths: [String]
    let filter: ObjectFilter
    /// Is given objects that no snapshot holds.
    var others: ItemReader.Body = { _, _ in }
    /// Nothing but the shards of one cluster is expected.
    var areShards = false

    func capture() throws -> Capture {
        var dump = DumpReader(filter: filter)
        var shards = ShardFiles(areAll: areShards)
        var unread: [String] = []
        for path in paths {
            if path != "-", InputFile.isDirectory(path) {
                try readDirectory(path, &dump, &shards, &unread)
            } else {
                try read(InputFile(path: path), &dump, &shards)
            }
        }
        guard dump.knowsAnything else { throw nothing(in: dump) }
        for failure in dump.failures { Diagnostics.warning("left out: \(failure.error)") }
        let info = try shards.merged() ?? dump.infos.last
        var snapshot = dump.finish(as: info)
        if !unread.isEmpty { snapshot.doubtEverything(because: unread) }
        return Capture(
            origin: .file, snapshot: snapshot, cluster: info?.cluster ?? "",
            context: info?.context ?? "", moment: moment(info, snapshot))
    }

    /// Nothing that could be judged: to call that free of incidents would be wrong.
    private func nothing(in dump: DumpReader) -> any Error {
        if let failure = dump.failures.first { return failure.error }
        let names = paths.map { InputFile(path: $0).displayName }.joined(separator: ", ")
        let what = dump.itemCount > 0 ? "object of a kind that aegis reads" : "Kubernetes object"
        return InputError(
            message: "no \(what) in \(names); "
                + "expected what 'kubectl get -o json' or '-o yaml' prints")
    }

    private func read(
        _ file: InputFile, _ dump: inout DumpReader, _ shards: inout ShardFiles
    ) throws {
        let before = dump.infos.count
        try file.withReader { read in try dump.read(source: file.displayName, others: others, read)
        }
        try shards.note(dump.infos[before...], in: file.displayName)
    }

    /// One file that cannot be read does not take the others with it: the scan goes on and says
    /// that it is partial.
    private func readDirectory(
        _ path: String, _ dump: inout DumpReader, _ shards: inout ShardFiles,
        _ unread: inout [String]
    ) throws {
        for file in try InputFile.dumps(below: path) {
            let before = dump.objectCount
            do {
                try read(file, &dump, &shards)
            } catch {
                // Other programs' files: they hold no object, and are no compressed dump.
                if let error = error as? DataError, error.code == .unsupported,
                    error.position != nil, dump.objectCount == before
                {
                    continue
                }
                Diagnostics.warning("left out: \(error)")
                unread.append(file.path)
            }
        }
    }

    /// A dump is judged by its own time: when it says it was taken, else the newest moment in it.
    /// Judged by today's clock, everything in an old dump would look long past.
    private func moment(_ info: SnapshotInfo?, _ snapshot: Snapshot) -> Timestamp {
        if let info, info.capturedAt.isSet { return info.capturedAt }
        let newest = snapshot.newestMoment
        return newest.isSet ? newest : .current
    }
}

extension Snapshot {
    /// With files unread, no kind is known to be complete.
    fileprivate mutating func doubtEverything(because paths: [String]) {
        let reason = "could not read \(paths.joined(separator: ", "))"
        for entry in coverage.values where entry.state == .complete {
            setCoverage(Coverage(entry.kind, .partial, count: entry.count, reason: reason))
        }
    }
}
