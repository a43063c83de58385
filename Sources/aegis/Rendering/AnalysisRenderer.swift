import StructuredData

/// Turns an analysis into bytes, in the one place where formats are told apart.
struct AnalysisRenderer {
    let terminal: Terminal
    let noHeaders: Bool

    func render(_ report: AnalysisReport, as format: AnalysisFormat) -> [UInt8] {
        switch format {
        case .text:
            Array(AnalysisText(report, terminal: terminal, noHeaders: noHeaders).text.utf8)
        case .markdown: Array(AnalysisMarkdown(report, noHeaders: noHeaders).text.utf8)
        case .json: Document.bytes(report, kind: AnalysisReport.kindName, format: .prettyJSON)
        case .yaml: Document.bytes(report, kind: AnalysisReport.kindName, format: .yaml)
        }
    }
}
