import Analysis
import ClusterModel
import Scaling
import StructuredData

/// Turns proposals into bytes, in the one place where formats are told apart.
struct ProposalRenderer {
    let terminal: Terminal
    let noHeaders: Bool
    let showsAll: Bool

    func render(_ report: ProposalReport, as format: ProposalFormat) -> [UInt8] {
        let list = report.list
        switch format {
        case .text:
            let text = ProposalText(
                report, terminal: terminal, noHeaders: noHeaders, showsAll: showsAll)
            return Array(text.text.utf8)
        case .json:
            return Document.bytes(list, kind: ScalingProposalList.kindName, format: .prettyJSON)
        case .yaml: return Document.bytes(list, kind: ScalingProposalList.kindName, format: .yaml)
        case .ndjson:
            return list.items.value.flatMap {
                Document.bytes($0, kind: ScalingProposal.kindName, format: .json)
            }
        case .name:
            return Array(list.items(in: .proposed).map { "proposal/\($0.id)\n" }.joined().utf8)
        case .patch:
            return Array(
                list.items(in: .proposed).map { $0.patchCommand.printable + "\n" }.joined().utf8)
        case .junit: return Array(JUnitReport(list).text.utf8)
        case .sarif: return SARIFReport(list, file: report.file).bytes
        case .markdown: return Array(MarkdownReport(list, showsAll: showsAll).text.utf8)
        case .html: return SectionPage(report).bytes
        case .kustomize: return Kustomization(list.items(in: .proposed)).bytes
        }
    }
}

extension ScalingProposal {
    /// What a person would run to apply it.
    var patchCommand: String {
        let body = patch?.body ?? "{}"
        return "kubectl patch -n \(target.namespace.shellWord) \(target.kubectlName.shellWord) "
            + "--type \(patch?.type ?? "strategic") -p \(body.shellWord)"
    }
}
