import ClusterModel
import Detection

/// The files that the runs with `--shard` have left: together they say what one run would have
/// read, and any less than all of them nothing.
struct ShardFiles {
    private var shards: [(path: String, shard: Shard, info: SnapshotInfo)] = []
    private var others: [String] = []
    private let areAll: Bool

    /// Seconds by which the runs may differ before it is worth a word: how long an object may take
    /// to settle by default.
    private static let settling = 120
    /// Seconds from which one is left over from an earlier run, whose place another failed to take:
    /// how far back events count by default.
    private static let limit = 3600

    /// - Parameter areAll: whether nothing but shards is expected.
    init(areAll: Bool) { self.areAll = areAll }

    /// Notes what was found in a file.
    mutating func note(_ infos: some Sequence<SnapshotInfo>, in path: String) throws {
        var isShard = false
        for info in infos {
            guard let shard = info.shard else { continue }
            guard shard.isValid else {
                throw InputError(message: "\(path) says that it is shard \(shard)")
            }
            shards.append((path, shard, info))
            isShard = true
        }
        if !isShard { others.append(path) }
    }

    /// What there is to know of all shards together; nil where there are none.
    func merged() throws -> SnapshotInfo? {
        if areAll || !shards.isEmpty, let other = others.first {
            throw InputError(
                message: "\(other) is no shard; 'aegis scan --shard I/N --save-snapshot FILE' "
                    + "writes them")
        }
        guard let first = shards.first else { return nil }
        var places: [Int: String] = [:]
        for one in shards {
            try check(one, isLike: first)
            if let path = places.updateValue(one.path, forKey: one.shard.index) {
                throw InputError(message: "shard \(one.shard) is there twice: \(path), \(one.path)")
            }
        }
        try checkNoneIsMissing(places, of: first.shard.count)
        try checkAge()
        return SnapshotInfo(merging: shards.map(\.info))
    }

    private func check(
        _ one: (path: String, shard: Shard, info: SnapshotInfo),
        isLike first: (path: String, shard: Shard, info: SnapshotInfo)
    ) throws {
        let difference: String? =
            if one.shard.count != first.shard.count {
                "one of \(one.shard.count) shards, the other of \(first.shard.count)"
            } else if one.info.cluster != first.info.cluster {
                "of cluster \"\(one.info.cluster)\" and cluster \"\(first.info.cluster)\""
            } else if one.info.namespacesRead != first.info.namespacesRead {
                "not of the same namespaces (-n)"
            } else {
                nil
            }
        if let difference {
            throw InputError(
                message: "\(one.path) and \(first.path) do not belong together: \(difference)")
        }
    }

    private func checkNoneIsMissing(_ places: [Int: String], of count: Int) throws {
        let missing = (0..<count).filter { places[$0] == nil }
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(10).map { "\($0)/\(count)" }.joined(separator: ", ")
        let rest = missing.count > 10 ? " and \(missing.count - 10) more" : ""
        throw InputError(
            message: "of \(count) shards \(missing.count) \(missing.count == 1 ? "is" : "are") "
                + "missing: \(shown)\(rest); 'aegis scan --merge' takes them all")
    }

    /// All is judged as of the last of them, and what was on its way when an earlier one was read
    /// may by now have arrived.
    private func checkAge() throws {
        let byAge = shards.sorted { $0.info.capturedAt < $1.info.capturedAt }
        guard let oldest = byAge.first, let newest = byAge.last else { return }
        let seconds = newest.info.capturedAt.since(oldest.info.capturedAt)
        let age = "\(oldest.path) is \(ageText(seconds)) older than \(newest.path)"
        guard seconds <= Self.limit else {
            throw InputError(
                message: "\(age): it is of an earlier run; run shard \(oldest.shard) again")
        }
        if seconds > Self.settling { Diagnostics.warning("\(age), as of which all is judged") }
    }
}
