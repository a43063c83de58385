import ClusterModel
import Detection
import Scaling
import StructuredData

/// Proposals for a person: what changes, by what arithmetic, what guards said, what the past says.
struct ProposalText {
    private let report: ProposalReport
    private let terminal: Terminal
    private let noHeaders: Bool
    private let showsAll: Bool

    init(_ report: ProposalReport, terminal: Terminal, noHeaders: Bool, showsAll: Bool) {
        self.report = report
        self.terminal = terminal
        self.noHeaders = noHeaders
        self.showsAll = showsAll
    }

    private var list: ScalingProposalList { report.list }

    var text: String {
        var lines: [String] = []
        let sections: [(ScalingProposal.State, Style)] = [
            (.proposed, .green), (.held, .yellow), (.unchanged, .dim),
        ]
        for (state, style) in sections where state != .unchanged || showsAll {
            let proposals = list.items(in: state)
            if proposals.isEmpty { continue }
            if !noHeaders {
                let title = "\(state.rawValue.uppercased()) (\(proposals.count))"
                lines.append(terminal.styled(title, style))
            }
            for proposal in proposals { lines += body(proposal) + [""] }
        }
        lines += (list.opinion?.printable.lines ?? []).map { row("model", $0) }
        if !noHeaders { lines += closing }
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: One proposal

    private func body(_ proposal: ScalingProposal) -> [String] {
        let facts = ProposalFacts(proposal)
        var lines = [
            terminal.styled(facts.title, .bold)
                + "  confidence \(facts.confidence)  \(proposal.id)"
        ]
        lines += facts.changes.map { row($0.label, $0.text) }
        lines += drawings(proposal)
        lines += facts.reasons.map {
            row($0.label, $0.label == "guard" ? terminal.styled($0.text, .yellow) : $0.text)
        }
        if let command = facts.command {
            lines.append(row("next", terminal.styled(command, .cyan)))
        }
        return lines
    }

    private func row(_ label: String, _ text: String) -> String {
        "  \(label)" + String(repeating: " ", count: max(1, 14 - label.count)) + text
    }

    // MARK: Drawings

    /// Demand over the window, drawn against the request: a full block is the request or the peak,
    /// whichever is more.
    private func drawings(_ proposal: ScalingProposal) -> [String] {
        (report.peaks[proposal.id] ?? []).map { peaks in
            let container = proposal.containers.first { $0.name == peaks.container.string }
            let change = peaks.resource == .cpu ? container?.cpu : container?.memory
            let request = Double(change?.request.proposed.milli ?? 0) / 1000
            let peak = Double(peaks.values.filter(\.isFinite).max() ?? 0)
            let line = Sparkline.text(peaks.values, top: max(request, peak))
            let share =
                request > 0
                ? "  peak \(Int(min((peak / request * 100).rounded(), 1e6)))% of it" : ""
            return row(
                "\(peaks.container.string.printable) \(peaks.resource.rawValue)", line + share)
        }
    }

    // MARK: The end

    private var closing: [String] {
        var lines: [String] = []
        for gap in list.gaps {
            lines.append(terminal.styled("not seen: ", .yellow) + gap.text.printable)
        }
        let counts = [ScalingProposal.State.proposed, .held, .unchanged].map { state in
            "\(list.items(in: state).count) \(state.rawValue)"
        }
        let note = list.usage.note.isEmpty ? "" : " (\(list.usage.note.printable))"
        lines.append(
            "\(counts.joined(separator: ", ")); usage from \(list.usage.source)\(note), "
                + "\(list.metadata.place.printable) as of \(list.metadata.generatedAt.value)")
        return lines
    }
}
