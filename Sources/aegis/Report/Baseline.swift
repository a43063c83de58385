import ClusterModel
import StructuredData

/// An earlier report, against which a new one is marked.
struct Baseline {
    private let report: ScanReport

    init(_ report: ScanReport) { self.report = report }

    /// Reads a ScanReport in JSON or YAML.
    init(_ bytes: [UInt8], source: String) throws {
        report = try readDocument(bytes, source: source) { reader in
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
    func mark(_ report: inout ScanReport) {
        let before = Dictionary(
            self.report.present.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for place in report.incidents.value.indices {
            let now = report.incidents.value[place]
            report.incidents.value[place].change = before[now.id].map { change($0, now) } ?? "new"
        }
        let present = Set(report.incidents.value.map(\.id))
        report.incidents.value += self.report.present.filter { !present.contains($0.id) }.map {
            var gone = $0
            gone.change = "resolved"
            return gone
        }
    }

    /// Worse is a higher severity, or more objects that suffer.
    private func change(_ before: IncidentRecord, _ now: IncidentRecord) -> String {
        now.level > before.level || now.affected.count > before.affected.count
            ? "worsened" : "unchanged"
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
