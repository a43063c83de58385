import StructuredData

/// Turns an analysis into bytes, in the one place where formats are told apart.
struct AnalysisRenderer {
    let terminal: Terminal
    let noHeaders: Bool

    func render(_ result: AnalysisResult, as format: AnalysisFormat) -> [UInt8] {
        let report = result.report
        return switch format {
        case .text:
            Array(AnalysisText.text(report, terminal: terminal, noHeaders: noHeaders).utf8)
        case .markdown: Array(MarkdownReport(report, noHeaders: noHeaders).text.utf8)
        case .json: Document.bytes(report, kind: AnalysisReport.kindName, format: .prettyJSON)
        case .yaml: Document.bytes(report, kind: AnalysisReport.kindName, format: .yaml)
        case .junit: Array(JUnitReport(result.incidentReport).text.utf8)
        case .sarif: SARIFReport(result.incidentReport).bytes
        case .html: HTMLReport(result.incidentReport.printable).bytes
        }
    }
}
