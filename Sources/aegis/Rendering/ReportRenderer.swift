import ClusterModel
import StructuredData

/// Turns what a scan came to into bytes, in the one place where formats are told apart.
struct ReportRenderer {
    let terminal: Terminal
    let noHeaders: Bool

    func render(_ result: ScanResult, as format: OutputFormat) -> [UInt8] {
        let report = result.report
        return switch format {
        case .text:
            Array(TextReport(report, terminal: terminal, noHeaders: noHeaders).text.utf8)
        case .json: Document.bytes(report, kind: ScanReport.kindName, format: .prettyJSON)
        case .yaml: Document.bytes(report, kind: ScanReport.kindName, format: .yaml)
        case .ndjson: report.incidents.value.flatMap(line)
        case .junit: Array(JUnitReport(result.incidentReport).text.utf8)
        case .sarif: result.incidentReport.byContext.map { SARIFReport($0) }.bytes
        case .markdown: Array(MarkdownReport(result.incidentReport.printable).text.utf8)
        case .html: HTMLReport(result.incidentReport.printable).bytes
        case .name:
            Array(report.incidents.value.map { "\($0.name)\n" }.joined().utf8)
        }
    }

    /// One incident a line, each a document of its own, so that lines can be split and merged.
    private func line(_ incident: IncidentRecord) -> [UInt8] {
        Document.bytes(incident, kind: "Incident", format: .json)
    }
}

extension IncidentRecord {
    /// As `-o name` has it; behind the context where there are several.
    fileprivate var name: String {
        (context.isEmpty ? "" : "\(context.printable)/") + "incident/\(id.printable)"
    }
}

/// A document of the contract: `apiVersion` and `kind` first, then the fields.
enum Document {
    static let apiVersion = "aegis.io/v1alpha1"

    static func bytes(
        _ message: some Message, kind: String, format: DocumentWriter.Format
    ) -> [UInt8] {
        var writer = DocumentWriter(format: format)
        writer.beginObject()
        writer.key("apiVersion")
        writer.string(apiVersion)
        writer.key("kind")
        writer.string(kind)
        message.writeFields(to: &writer)
        writer.endObject()
        var bytes = writer.takeOutput()
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }
}
