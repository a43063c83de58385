import ClusterModel
import Detection
import Scaling

extension SARIFReport {
    /// A result for each workload whose replicas or sizes do not fit: a warning for what asks for
    /// less than it was seen to need, a note for the others.
    init(_ list: ScalingProposalList, file: String) {
        self.init(
            command: "scale-propose", moment: list.metadata.generatedAt.value,
            place: list.metadata.place(orFile: file), file: file, exitStatus: list.exitStatus,
            rules: ProposalFit.allCases.filter { $0 != .fitting }.map(\.rule),
            results: list.items.value.filter { $0.fit != .fitting }.map(SARIFResult.init),
            notifications: list.gaps.map(SARIFNotification.init))
    }
}

extension SARIFResult {
    fileprivate init(_ proposal: ScalingProposal) {
        let facts = ProposalFacts(proposal)
        let target = proposal.target
        self.init(
            ruleID: proposal.fit.ruleID, level: proposal.fit.sarifLevel,
            message: "\(facts.title): \(facts.summary)", resource: target,
            fingerprintName: "Proposal",
            // Of the workload, not of the amounts, which are a little different every day.
            fingerprint: Fingerprint.of(["scaling", target.kind, target.namespace, target.name]),
            facts: [("confidence", facts.confidence)]
                + [("next", facts.command ?? "")]
                + [("arithmetic", facts.changes.map(\.line).joined(separator: "\n"))]
                + [("reasons", facts.reasons.map(\.line).joined(separator: "\n"))],
            tags: ["scaling", "kubernetes"])
    }
}

extension ProposalFacts.Fact {
    var line: String { "\(label): \(text)" }
}

extension ProposalFit {
    fileprivate var ruleID: String { "scaling/\(rawValue)" }

    fileprivate var sarifLevel: String { self == .underProvisioned ? "warning" : "note" }

    fileprivate var rule: SARIFRule {
        SARIFRule(
            id: ruleID, name: name, summary: summary, meaning: meaning, level: sarifLevel,
            tags: ["scaling", "kubernetes"])
    }

    private var name: String {
        switch self {
        case .underProvisioned: "UnderProvisioned"
        case .overProvisioned: "OverProvisioned"
        case .held: "ChangeHeld"
        case .fitting: "Fitting"
        }
    }

    private var summary: String {
        switch self {
        case .underProvisioned: "A workload asks for less than it was seen to need"
        case .overProvisioned: "A workload asks for more than it was seen to need"
        case .held: "A workload does not fit its use, and a guard holds the change"
        case .fitting: "A workload asks for what it needs"
        }
    }

    private var meaning: String {
        switch self {
        case .underProvisioned:
            "Past usage, or the coming day's forecast, calls for more replicas, a higher request or "
                + "a higher limit. Until then it may be throttled, killed for memory, or short of "
                + "replicas at its peak."
        case .overProvisioned:
            "Past usage leaves room: with less, it would have gone as well, and others could use "
                + "what is freed. The replay in the proposal says what would have gone wrong."
        case .held:
            "The arithmetic calls for a change that could do harm or would have no effect; the "
                + "guard that holds it says why."
        case .fitting: "Nothing is to be changed."
        }
    }
}
