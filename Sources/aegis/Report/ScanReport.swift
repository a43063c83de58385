import ClusterModel
import Detection
import StructuredData

/// What `scan` found: the document behind every output format.
struct ScanReport: Message {
    static let kindName = "ScanReport"

    var metadata = DocumentMetadata()
    var summary = ScanSummary()
    var coverage = Always<[CoverageRecord]>()
    var incidents = Always<[IncidentRecord]>()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ capture: Capture, incidents found: [Incident], now: Timestamp) {
        metadata = DocumentMetadata(capture, now: now)
        coverage.value = capture.snapshot.coverageByName.map(CoverageRecord.init)
        incidents.value = found.map(IncidentRecord.init)
        summary = ScanSummary(capture.snapshot, incidents.value)
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("summary", 2, &summary)
        try visit.field("coverage", 3, &coverage)
        try visit.field("incidents", 4, &incidents)
    }
}

extension ScanReport {
    /// Incidents that are there now; the others were in the baseline and are gone.
    var present: [IncidentRecord] { incidents.value.present }

    var gaps: [CoverageRecord] { coverage.value.gaps }

    /// What the run amounts to, for whoever called it.
    func exitStatus(failOn: Severity?) -> ExitStatus {
        if let failOn, present.contains(where: { $0.level >= failOn }) { return .found }
        return gaps.isEmpty ? .clean : .partial
    }
}

/// The figures of a scan.
struct ScanSummary: Message {
    var incidents = Always(0)
    var bySeverity = SeverityCounts()
    var objects = ObjectCounts()

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ snapshot: Snapshot, _ records: [IncidentRecord]) {
        incidents.value = records.count
        for record in records { bySeverity.add(record.level) }
        objects.counts = snapshot.coverageByName.map { ($0.kind.plural, $0.count) }
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("incidents", 1, &incidents)
        try visit.field("bySeverity", 2, &bySeverity)
        try visit.field("objects", 3, &objects)
    }
}

/// How many incidents of each severity.
struct SeverityCounts: Message {
    var critical = Always(0)
    var high = Always(0)
    var medium = Always(0)
    var low = Always(0)

    static let keys = KeyTable(of: Self.self)

    init() {}

    mutating func add(_ severity: Severity) {
        switch severity {
        case .critical: critical.value += 1
        case .high: high.value += 1
        case .medium: medium.value += 1
        case .low: low.value += 1
        }
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("critical", 1, &critical)
        try visit.field("high", 2, &high)
        try visit.field("medium", 3, &medium)
        try visit.field("low", 4, &low)
    }
}

/// How many objects of each resource were read, by the resource's name.
struct ObjectCounts: WireValue {
    var counts: [(resource: String, count: Int)] = []

    var isAbsent: Bool { false }

    var total: Int { counts.reduce(0) { $0 + $1.count } }

    mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            let resource = String(decoding: key, as: UTF8.self)
            counts.append((resource, Int(try reader.int64() ?? 0)))
        }
    }

    func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for entry in counts {
            writer.key(entry.resource)
            writer.int(entry.count)
        }
        writer.endObject()
    }
}

/// How completely one resource was read, as documents hold it.
struct CoverageRecord: Message {
    /// What stands for all resources, of a cluster that could not be read at all.
    static let everything = "*"

    /// The kubeconfig's; set where several were asked for in one run.
    var context = ""
    var resource = ""
    var state = ""
    var count = Always(0)
    var reason = ""

    static let keys = KeyTable(of: Self.self)

    init() {}

    init(_ coverage: Coverage) {
        resource = coverage.kind.plural
        state = coverage.state.rawValue
        count.value = coverage.count
        reason = coverage.reason
    }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("context", 5, &context)
        try visit.field("resource", 1, &resource)
        try visit.field("state", 2, &state)
        try visit.field("count", 3, &count)
        try visit.field("reason", 4, &reason)
    }
}

extension CoverageRecord {
    /// `pods (partial): why`.
    var text: String { "\(name) (\(state))" + (reason.isEmpty ? "" : ": \(reason)") }

    /// The resource, and where, if that could be in several places.
    var name: String {
        let what = resource == Self.everything ? "everything" : resource
        return context.isEmpty ? what : "\(context): \(what)"
    }

    /// True if the scan cannot vouch for this resource.
    var isGap: Bool {
        switch Coverage.State(rawValue: state) {
        case .partial, .forbidden, .failed: true
        case .complete, .absent, nil: false
        }
    }
}

extension [CoverageRecord] {
    /// What a run cannot vouch for.
    var gaps: [CoverageRecord] { filter(\.isGap) }
}
