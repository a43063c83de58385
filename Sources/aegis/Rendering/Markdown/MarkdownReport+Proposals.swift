import ClusterModel
import Scaling

extension MarkdownReport {
    /// A table of what is proposed and held, and the arithmetic of each folded.
    ///
    /// - Parameter showsAll: with what needs no change.
    init(_ list: ScalingProposalList, showsAll: Bool) {
        let order: [ProposalFit] = [.underProvisioned, .overProvisioned, .held, .fitting]
        let shown = order.filter { showsAll || $0 != .fitting }
            .flatMap { fit in list.items.value.filter { $0.fit == fit } }
        lead = list.markdownLead
        gaps = list.gaps
        table = Table(
            heads: ["", "Object", "Change", "Confidence"], rows: shown.map(\.markdownRow))
        sections = shown.map(\.markdownSection)
        closing = list.opinionLines
    }
}

extension ScalingProposalList {
    fileprivate var markdownLead: [String] {
        let counts = ProposalFit.allCases.compactMap { fit -> String? in
            let count = items.value.count { $0.fit == fit }
            return count == 0 ? nil : "**\(count) \(fit.rawValue)**"
        }
        let found = counts.isEmpty ? "no workload" : counts.joined(separator: ", ")
        let count = items(in: .proposed).count
        let noun = count == 1 ? "proposal" : "proposals"
        return [
            "## aegis scale-propose: \(count == 0 ? "no" : "\(count)") \(noun) for "
                + metadata.place.markdownEscaped, "",
            "\(found), by usage from \(usage.source.markdownEscaped), as of "
                + "\(metadata.generatedAt.value).",
        ]
    }

    fileprivate var opinionLines: [String] {
        guard let opinion else { return [] }
        return ["", "**What \(opinion.model.markdownEscaped) adds (not verified)**", ""]
            + opinion.lines.map { "- \($0.markdownEscaped)" }
    }
}

extension ScalingProposal {
    fileprivate var markdownRow: [String] {
        let facts = ProposalFacts(self)
        return [
            fit.mark, facts.title.markdownCode(inTable: true), facts.summary.markdownEscaped,
            usage.confidence.markdownEscaped,
        ]
    }

    fileprivate var markdownSection: [String] {
        let facts = ProposalFacts(self)
        var lines = (facts.changes + facts.reasons).map {
            "- \($0.label.markdownEscaped): \($0.text.markdownEscaped)"
        }
        lines.append("- confidence: \(facts.confidence.markdownEscaped)")
        if let command = facts.command { lines += ["", "Next: \(command.markdownCode())"] }
        return MarkdownReport.folded("\(fit.mark) <b>\(facts.title.htmlEscaped)</b>", lines)
    }
}

extension ProposalFit {
    /// A mark that stands out in a table, and the word, for who does not see it.
    fileprivate var mark: String {
        switch self {
        case .underProvisioned: "🔺 \(rawValue)"
        case .overProvisioned: "🔻 \(rawValue)"
        case .held: "⏸️ \(rawValue)"
        case .fitting: "✅ \(rawValue)"
        }
    }
}
