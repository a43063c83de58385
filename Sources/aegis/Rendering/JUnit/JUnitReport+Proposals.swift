import ClusterModel
import Scaling

extension JUnitReport {
    /// A suite for each namespace, a test case for each workload: failed if it asks for less than it
    /// was seen to need, skipped if it could do with less or a guard holds the change, passed if it
    /// fits. The run's own exit status fails for none of them.
    init(_ list: ScalingProposalList) {
        let suites = Dictionary(grouping: list.items.value, by: \.target.namespace)
            .sorted { $0.key < $1.key }
            .map { TestSuite(name: $0, cases: $1.map(\.testCase)) }
        self.init(
            command: "scale-propose", moment: list.metadata.generatedAt.value,
            suites: suites + [list.coverage.testSuite])
    }
}

extension ScalingProposal {
    fileprivate var testCase: TestCase {
        let facts = ProposalFacts(self)
        let outcome: TestCase.Outcome =
            switch fit {
            case .underProvisioned: .failure
            case .overProvisioned, .held: .skipped
            case .fitting: .passed
            }
        let lines =
            ["confidence: \(facts.confidence)"]
            + (facts.changes + facts.reasons).map { "\($0.label): \($0.text)" }
            + (facts.command.map { ["next: \($0)"] } ?? [])
        return TestCase(
            className: "\(target.namespace).\(target.kind)", name: target.name,
            outcome: outcome, type: fit.rawValue, message: facts.summary,
            details: lines.joined(separator: "\n"))
    }
}
