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
        if !noHeaders { lines += closing }
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: One proposal

    private func body(_ proposal: ScalingProposal) -> [String] {
        let usage = proposal.usage
        let measured = "\(usage.source), \(usage.samples.value) samples"
        let head =
            terminal.styled(proposal.target.text.printable, .bold)
            + "  confidence \(usage.confidence) (\(measured))  \(proposal.id)"
        var lines = [head]
        if !usage.note.isEmpty { lines.append(row("note", usage.note.printable)) }
        if let replicas = proposal.replicas { lines.append(self.replicas(replicas)) }
        for container in proposal.containers {
            let name = container.name.printable
            if let cpu = container.cpu { lines.append(size("\(name) cpu", cpu)) }
            if let memory = container.memory { lines.append(size("\(name) memory", memory)) }
        }
        lines += drawings(proposal)
        if let forecast = proposal.forecast { lines.append(row("forecast", text(forecast))) }
        for record in proposal.guards.value {
            let subject = record.subject.isEmpty ? "" : " \(record.subject)"
            let said = "\(record.name) \(record.effect)\(subject): \(record.message)"
            lines.append(row("guard", terminal.styled(said.printable, .yellow)))
        }
        if let replay = proposal.replay { lines.append(row("replay", text(replay))) }
        if let saving = text(proposal.saving) { lines.append(row("saves", saving)) }
        if proposal.state.value == ScalingProposal.State.proposed.rawValue {
            lines.append(row("next", terminal.styled(proposal.patchCommand.printable, .cyan)))
        }
        return lines
    }

    private func row(_ label: String, _ text: String) -> String {
        "  \(label)" + String(repeating: " ", count: max(1, 14 - label.count)) + text
    }

    private func replicas(_ change: ReplicaChange) -> String {
        let (before, after) = (change.current.value, change.proposed.value)
        let values = before == after ? "\(before)" : "\(before) → \(after)"
        return row("replicas", "\(values)  by \(change.method): \(change.arithmetic.printable)")
    }

    private func size(_ label: String, _ size: SizeChange) -> String {
        var text = size.request.text
        if let limit = size.limit { text += ", limit \(limit.text)" }
        return row(label, "\(text)  by \(size.method): \(size.arithmetic)")
    }

    private func text(_ forecast: ForecastSummary) -> String {
        var text = "\(forecast.method), peak \(forecast.peak.value) cores at \(forecast.peakAt)"
        if let error = forecast.error, let baseline = forecast.baselineError {
            text +=
                "; error \(error) cores against \(baseline) of the baseline, "
                + "\(forecast.backtestDays) days tried"
        }
        return forecast.note.isEmpty ? text : "\(text); \(forecast.note)"
    }

    private func text(_ replay: ReplaySummary) -> String {
        let (now, then) = (replay.current, replay.proposed)
        func pair(_ name: String, _ before: String, _ after: String) -> String {
            "\(name) \(before == after ? before : "\(before) → \(after)")"
        }
        return "\(replay.hours.value)h: "
            + [
                pair(
                    "throttled", "\(now.throttledHours.value.plain)h",
                    "\(then.throttledHours.value.plain)h"),
                pair("OOM kills", "\(now.oomKills.value)", "\(then.oomKills.value)"),
                pair(
                    "replica-minutes short", "\(now.replicaMinutesShort.value)",
                    "\(then.replicaMinutesShort.value)"),
            ].joined(separator: ", ")
    }

    /// Nil where nothing is saved or spent.
    private func text(_ saving: Saving) -> String? {
        let bytes = saving.bytes.value
        guard saving.cores.value != 0 || bytes != 0 else { return nil }
        let sign = bytes < 0 ? "-" : ""
        let magnitude = Int64(clamping: bytes.magnitude)
        let memory =
            sign + AmountText.of("memory", milli: min(magnitude, 9_000_000_000_000_000) * 1000)
        let money = saving.perMonth.map { ", \($0) \(saving.currency) a month" } ?? ""
        return "\(saving.cores.value.plain) cores, \(memory)\(money)"
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
            let share = request > 0 ? "  peak \(Int((peak / request * 100).rounded()))% of it" : ""
            return row(
                "\(peaks.container.string.printable) \(peaks.resource.rawValue)", line + share)
        }
    }

    // MARK: The end

    private var closing: [String] {
        var lines: [String] = []
        for gap in list.gaps {
            lines.append(
                terminal.styled("not seen: ", .yellow) + "\(gap.resource) (\(gap.state))"
                    + (gap.reason.isEmpty ? "" : ": \(gap.reason.printable)"))
        }
        let counts = [ScalingProposal.State.proposed, .held, .unchanged].map { state in
            "\(list.items(in: state).count) \(state.rawValue)"
        }
        let place =
            [list.metadata.context.value, list.metadata.source.value].first { !$0.isEmpty } ?? ""
        let note = list.usage.note.isEmpty ? "" : " (\(list.usage.note.printable))"
        lines.append(
            "\(counts.joined(separator: ", ")); usage from \(list.usage.source)\(note), "
                + "\(place) as of \(list.metadata.generatedAt.value)")
        return lines
    }
}

extension Double {
    /// Whole numbers without a point.
    fileprivate var plain: String {
        self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)"
    }
}
