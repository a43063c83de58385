import Analysis
import Scaling

extension Brief {
    /// Most of what a model can hold; the rest is not asked about.
    private static let limit = 40

    /// What passed the guards, with what each rests on.
    init(_ list: ScalingProposalList) {
        self.init(incident: "proposals of replicas and sizes, usage from \(list.usage.source)")
        task = .scaling
        for proposal in list.items(in: .proposed).prefix(Self.limit) {
            let facts = ProposalFacts(proposal)
            fixes.append(Item(id: "F\(fixes.count + 1)", text: facts.title))
            for fact in facts.changes + facts.reasons {
                observations.append(
                    Item(
                        id: "E\(observations.count + 1)",
                        text: "\(facts.title): \(fact.label): \(fact.text)"))
            }
        }
        openFixes = Set(fixes.map(\.id))
    }
}
