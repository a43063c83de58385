import ClusterModel
import Detection
import Scaling
import StructuredData

/// What there is to say of one proposal, in words that may be shown anywhere.
struct ProposalFacts {
    struct Fact {
        let label: String
        let text: String
    }

    private let proposal: ScalingProposal

    init(_ proposal: ScalingProposal) { self.proposal = proposal }

    var title: String { proposal.target.text.printable }

    var confidence: String {
        let usage = proposal.usage
        return "\(usage.confidence) (\(usage.source), \(usage.samples.value) samples)"
    }

    /// The change, or why there is none, in a line.
    var summary: String {
        switch proposal.fit {
        case .underProvisioned, .overProvisioned: proposal.changeText.printable
        case .held:
            proposal.guards.value.filter { $0.effect == GuardRecord.Effect.held.rawValue }
                .map { "held by \($0.name): \($0.message)" }.joined(separator: "; ").printable
        case .fitting: "what it asks for fits what it needs"
        }
    }

    /// What is and what is to be, each with its arithmetic.
    var changes: [Fact] {
        var facts: [Fact] = []
        let note = proposal.usage.note
        if !note.isEmpty { facts.append(Fact(label: "note", text: note.printable)) }
        if let replicas = proposal.replicas { facts.append(fact(replicas)) }
        for container in proposal.containers {
            let name = container.name.printable
            if let cpu = container.cpu { facts.append(fact("\(name) cpu", cpu)) }
            if let memory = container.memory { facts.append(fact("\(name) memory", memory)) }
        }
        return facts
    }

    /// What speaks for it and what held it back.
    var reasons: [Fact] {
        var facts: [Fact] = []
        if let forecast = proposal.forecast {
            facts.append(Fact(label: "forecast", text: text(forecast)))
        }
        for record in proposal.guards.value {
            let subject = record.subject.isEmpty ? "" : " \(record.subject)"
            let said = "\(record.name) \(record.effect)\(subject): \(record.message)"
            facts.append(Fact(label: "guard", text: said.printable))
        }
        if let replay = proposal.replay { facts.append(Fact(label: "replay", text: text(replay))) }
        if let saving = text(proposal.saving) { facts.append(Fact(label: "saves", text: saving)) }
        return facts
    }

    /// Nil where nothing is to be changed.
    var command: String? {
        proposal.state.value == ScalingProposal.State.proposed.rawValue
            ? proposal.patchCommand.printable : nil
    }

    private func fact(_ change: ReplicaChange) -> Fact {
        let (before, after) = (change.current.value, change.proposed.value)
        let values = before == after ? "\(before)" : "\(before) → \(after)"
        return Fact(
            label: "replicas",
            text: "\(values)  by \(change.method): \(change.arithmetic.printable)")
    }

    private func fact(_ label: String, _ size: SizeChange) -> Fact {
        var text = size.request.text
        if let limit = size.limit { text += ", limit \(limit.text)" }
        return Fact(label: label, text: "\(text)  by \(size.method): \(size.arithmetic)")
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
}

extension Double {
    /// Whole numbers without a point.
    fileprivate var plain: String {
        self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)"
    }
}
