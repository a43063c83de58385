package import StructuredData

/// Builds a snapshot from dumps: any number of files, each JSON, YAML or protobuf, each with
/// objects, lists or both.
package struct DumpReader: Sendable {
    package private(set) var snapshot = Snapshot()
    /// What saved snapshots among the inputs said of themselves, in the order they were read.
    package private(set) var infos: [SnapshotInfo] = []
    /// Items that were passed over because they were malformed.
    package private(set) var failures: [ItemFailure] = []
    package private(set) var failureCount = 0
    /// Objects of kinds that aegis reads.
    package private(set) var objectCount = 0
    /// Everything that was an object of the API, whether read or not.
    package private(set) var itemCount = 0

    private let filter: ObjectFilter
    private var seen: Set<Kind> = []
    private var malformed: [Kind: Int] = [:]
    /// Malformed items that do not say what they are: any kind may lack them.
    private var nameless = 0

    package init(filter: ObjectFilter) { self.filter = filter }

    /// Reads one input to its end, a piece at a time.
    /// - Parameters:
    ///   - source: the name errors give it.
    ///   - others: is given objects of kinds that no snapshot holds. It may be called again for the
    ///     same object, and keeps nothing before reading succeeded.
    ///   - read: fills the buffer and returns how much it filled; 0 at the end.
    /// - Throws: `DataError` for an input that cannot be read on; what was read of it stays.
    package mutating func read(
        source: String, others: ItemReader.Body = { _, _ in },
        _ read: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        let summary = try withoutActuallyEscaping(read) { read in
            try readItems(source: source, read: read) { reader, item in
                if item.kind == SnapshotInfo.kindName, item.apiVersion == SnapshotInfo.apiVersion {
                    var info = SnapshotInfo()
                    try info.read(from: &reader)
                    infos.append(info)
                    return
                }
                guard let kind = Kind(name: item.kind), kind.reads(item.apiVersion),
                    filter.kinds.contains(kind)
                else {
                    return try others(&reader, item)
                }
                seen.insert(kind)
                try snapshot.read(kind, from: &reader, filter: filter)
                objectCount += 1
            }
        }
        itemCount += summary.itemCount
        // An empty list says that there are none of its kind.
        for list in summary.lists where list.kind.hasSuffix("List") {
            if let kind = Kind(name: String(list.kind.dropLast(4))) { seen.insert(kind) }
        }
        failures += summary.failures
        failureCount += summary.failureCount
        for (name, count) in summary.failuresByKind {
            if let kind = Kind(name: name) {
                malformed[kind, default: 0] += count
            } else if name.isEmpty {
                nameless += count
            }
        }
    }

    /// False if there was nothing from which anything follows, not even that a kind has no objects.
    package var knowsAnything: Bool { !seen.isEmpty || !infos.isEmpty }

    /// The snapshot in order and with its coverage: a kind that the dump does not have is absent,
    /// and nothing is concluded from an object of it being missing.
    /// - Parameter info: what there is to know of the snapshot, unless the last input says it.
    package consuming func finish(as info: SnapshotInfo? = nil) -> Snapshot {
        let info = info ?? infos.last
        snapshot.normalize()
        let read = Set(info?.namespacesRead ?? [])
        snapshot.namespacesRead =
            read.isEmpty || filter.namespaces.isEmpty
            ? read.union(filter.namespaces) : read.intersection(filter.namespaces)
        snapshot.clientIdentity = info?.clientIdentity
        var counter = Counter()
        try? snapshot.each(&counter)
        let saved = Dictionary(
            (info?.coverage ?? []).compactMap(\.entry).map { ($0.kind, $0) },
            uniquingKeysWith: { _, last in last })
        // A kind that the saved run had no need of is not missing.
        for kind in Kind.listed
        where filter.kinds.contains(kind)
            && (saved.isEmpty || saved[kind] != nil || seen.contains(kind))
        {
            let count = counter.counts[kind] ?? 0
            var entry =
                saved[kind]
                ?? Coverage(
                    kind, seen.contains(kind) ? .complete : .absent,
                    reason: seen.contains(kind) ? "" : "not in the dump")
            entry.count = count
            let bad = (malformed[kind] ?? 0) + nameless
            if bad > 0, entry.state != .absent || malformed[kind] != nil {
                entry.state = .partial
                entry.reason = "\(bad) malformed \(bad == 1 ? "item" : "items") left out"
            }
            snapshot.setCoverage(entry)
        }
        return snapshot
    }

    private struct Counter: ObjectListVisitor {
        var counts: [Kind: Int] = [:]
        mutating func visit<T: KubeObject>(_ objects: inout [T]) { counts[T.kind] = objects.count }
    }
}

extension Kind {
    /// True if objects of this `apiVersion` have the fields that are read. Kinds of other groups
    /// share names with Kubernetes' own (`Service` of Knative, `Ingress` of others).
    func reads(_ apiVersion: String) -> Bool {
        if apiVersion.isEmpty { return true }
        let group = apiVersion.contains("/") ? apiVersion.prefix { $0 != "/" } : ""
        return groupVersions.contains { $0.group == group }
            || (group == "extensions" && self == .ingress)
    }
}
