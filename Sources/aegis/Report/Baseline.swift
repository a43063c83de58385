import ClusterModel
import StructuredData

/// An earlier report, against which a new one is marked.
struct Baseline {
    /// Incidents that were there then.
    private let before: [IncidentRecord]
    /// By id: what could not be read then.
    private let gaps: [String: [String]]
    private let firstSeen: [String: Timestamp]

    init(_ history: IncidentHistory) {
        let open = history.open
        before = open.map(\.incident)
        gaps = open.reduce(into: [:]) { $0[$1.incident.id] = $1.gaps }
        firstSeen = open.reduce(into: [:]) { $0[$1.incident.id] = $1.firstSeen }
    }

    /// - Parameter context: the one to compare with where several were scanned.
    init(_ report: ScanReport, of context: String?) {
        func isWanted(_ its: String) -> Bool {
            context == nil || context == (its.isEmpty ? report.metadata.context.value : its)
        }
        before = report.present.filter { isWanted($0.context) }
        let unread = report.gaps.filter { isWanted($0.context) }.map(\.resource)
        gaps = before.reduce(into: [:]) { $0[$1.id] = unread }
        firstSeen = [:]
    }

    /// A report of one cluster is taken for this one's, whatever that was called then.
    init(_ report: ScanReport, comparing capture: Capture) {
        self.init(report, of: report.metadata.contexts.isEmpty ? nil : capture.context)
    }

    /// Reads a ScanReport in JSON or YAML.
    static func report(_ bytes: [UInt8], source: String) throws -> ScanReport {
        try readDocument(bytes, source: source) { reader in
            var header = DocumentHeader()
            try header.read(from: &reader)
            guard header.kind == ScanReport.kindName else {
                throw reader.error(
                    .typeMismatch,
                    "expected a document of kind ScanReport, as 'aegis scan -o json' writes it")
            }
            return header.report
        }
    }

    /// Marks each incident as new, worsened or unchanged, and adds what is gone as resolved.
    func mark(_ report: inout ScanReport, _ sight: Sight) {
        let before = Dictionary(
            self.before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for place in report.incidents.value.indices {
            let now = report.incidents.value[place]
            guard let then = before[now.id] else {
                report.incidents.value[place].change = "new"
                continue
            }
            report.incidents.value[place].change = change(then, now)
            report.incidents.value[place].firstSeen = firstSeen[now.id] ?? Timestamp()
            report.incidents.value[place].noteEarlierValues(of: then)
        }
        let present = Set(report.incidents.value.map(\.id))
        let gone = self.before.filter { !present.contains($0.id) }
        report.incidents.value += gone.filter {
            sight.wouldSee($0, gapsThen: gaps[$0.id] ?? [])
        }.map {
            var gone = $0
            gone.change = "resolved"
            gone.firstSeen = firstSeen[gone.id] ?? Timestamp()
            return gone
        }
    }

    /// Worse is a higher severity, or more objects that suffer.
    private func change(_ before: IncidentRecord, _ now: IncidentRecord) -> String {
        now.level > before.level || now.affected.count > before.affected.count
            ? "worsened" : "unchanged"
    }
}

extension IncidentRecord {
    /// Where a fact is no longer what it was, the note says what that was.
    fileprivate mutating func noteEarlierValues(of earlier: IncidentRecord) {
        guard change == "worsened" else { return }
        for place in evidence.indices {
            let fact = evidence[place]
            let then = earlier.evidence.first {
                $0.resource == fact.resource && $0.path == fact.path
            }
            guard let then, then.value != fact.value else { continue }
            let was = "was \(then.value)"
            evidence[place].note = fact.note.isEmpty ? was : "\(fact.note); \(was)"
        }
    }
}

/// A ScanReport with what tells it apart from other documents.
private struct DocumentHeader: Message {
    var kind = ""
    var report = ScanReport()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 100, &kind)
        try report.fields(&visit)
    }
}
