import ClusterModel
import Scaling
import StructuredData

extension SectionPage {
    /// What changes and why, and each container's usage drawn against its request and limit, as they
    /// are and as they are to be.
    init(_ report: ProposalReport) {
        let list = report.list
        let counts = [ScalingProposal.State.proposed, .held, .unchanged].map {
            "\(list.items(in: $0).count) \($0.rawValue)"
        }.joined(separator: ", ")
        let opinion = list.opinion.map { ["What \($0.model) adds (not verified):"] + $0.lines }
        self.init(
            title: "Replicas and sizes",
            lead: "\(list.metadata.place) as of \(list.metadata.generatedAt.value): \(counts); "
                + "usage from \(list.usage.source)",
            gaps: list.gaps.map(\.text),
            sections: list.items.value.map {
                Section($0, peaks: report.peaks[$0.id] ?? [])
            } + (opinion.map { [Section(opinion: $0)] } ?? []))
    }
}

extension SectionPage.Section {
    fileprivate init(_ proposal: ScalingProposal, peaks: [UsagePeaks]) {
        let facts = ProposalFacts(proposal)
        let rows = (facts.changes + facts.reasons).map {
            "<div class=\"\($0.label == "guard" ? "guard" : "fact")\">"
                + "<dt>\(SectionPage.text($0.label))</dt>"
                + "<dd>\(SectionPage.text($0.text))</dd></div>\n"
        }.joined()
        let plots = peaks.map { UsagePlot($0, of: proposal).svg }.joined()
        let command = facts.command.map {
            "<pre tabindex=\"0\"><code>\(SectionPage.text($0))</code></pre>\n"
        }
        self.init(
            id: "p\(proposal.id)", title: facts.title, state: proposal.fit.rawValue,
            hint: "confidence \(facts.confidence)",
            body: "<dl>\n\(rows)</dl>\n<div class=\"plots\">\(plots)</div>\n\(command ?? "")")
    }

    fileprivate init(opinion lines: [String]) {
        self.init(
            id: "opinion", title: "A model's opinion", state: "model", hint: lines.first ?? "",
            body: "<ul>\n"
                + lines.dropFirst().map { "<li>\(SectionPage.text($0))</li>\n" }.joined()
                + "</ul>\n")
    }
}
