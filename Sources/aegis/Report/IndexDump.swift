import ClusterModel
import Detection

/// Which indexes are wanted, and of what.
struct IndexRequest {
    let names: [IndexName]
    /// Nil for all keys.
    let key: String?
    let hasProbes: Bool

    /// What has to be read.
    var kinds: Set<Kind> {
        Set(names.flatMap(\.kinds) + (hasProbes ? Probes.kinds : []))
    }

    /// Without these nothing is known.
    fileprivate var subjects: Set<Kind> {
        Set(names.flatMap(\.subjects) + (hasProbes ? Probes.kinds : []))
    }
}

/// What `index dump` writes, in whatever format: the entries themselves are made as they are
/// written.
struct IndexDump {
    static let kindName = "IndexDump"

    let request: IndexRequest
    let source: IndexSource
    let metadata: DocumentMetadata
    /// Of what the request needs.
    let coverage: [Coverage]

    init(
        _ request: IndexRequest, _ capture: Capture, now: Timestamp, labels: LabelSelector?,
        fields: FieldSelector?
    ) {
        self.request = request
        source = IndexSource(capture.snapshot, labels: labels, fields: fields)
        metadata = DocumentMetadata(capture, now: now)
        coverage = capture.snapshot.coverageByName.filter { request.kinds.contains($0.kind) }
    }

    var probes: Probes? { request.hasProbes ? Probes(source.snapshot) : nil }

    /// What could not be read and, if that may be why nothing was found, what a dump does not have.
    private func gaps(found: Int) -> [Coverage] {
        coverage.filter {
            $0.isGap
                || found == 0 && $0.state == .absent && request.subjects.contains($0.kind)
        }
    }

    /// - Parameter found: how many entries were written.
    func exitStatus(found: Int) -> ExitStatus {
        let gaps = gaps(found: found)
        if request.key != nil, found == 0 { return gaps.isEmpty ? .notFound : .partial }
        return gaps.contains(where: \.isGap) ? .partial : .clean
    }

    /// For formats that leave it out, what the indexes rest on goes to standard error.
    func talk(to format: TableFormat, found: Int) {
        if format == .table || format == .ndjson {
            Diagnostics.gaps(gaps(found: found).map(CoverageRecord.init))
        }
        let namespaces = source.snapshot.namespacesRead.sorted().map(\.string)
        if format == .table, request.names.contains(.nodeResource), !namespaces.isEmpty {
            Diagnostics.note(
                "node-resource counts only pods of \(namespaces.joined(separator: ", "))")
        }
        if let key = request.key, found == 0 { Diagnostics.note("nothing has the key '\(key)'") }
    }
}
