import ClusterModel
import Scaling
import Testing

@testable import aegis

@Suite("Proposals on a terminal")
struct ProposalTextTests {
    @Test("a history is drawn by eighths of the top, gaps left blank")
    func sparkline() {
        let values: [Float] = [0, 0.124, 0.125, 0.5, 0.99, 1, 2, .nan]
        #expect(Sparkline.text(values, top: 1) == "▁▁▂▅███ ")
        #expect(Sparkline.text(values, top: 0) == "        ")
    }

    @Test("demand is drawn against the proposed request, and names obey nothing")
    func drawing() {
        var proposal = ScalingProposal()
        proposal.id = "0123456789abcdef"
        proposal.state.value = "unchanged"
        proposal.target = ResourceReference(ObjectKey(.deployment, "shop", "we\u{1B}[31mb"))
        var size = SizeChange()
        size.request.current = Quantity("1")
        size.request.proposed = Quantity("1")
        var container = ContainerChange()
        container.name = "app"
        container.cpu = size
        proposal.containers = [container]
        var list = ScalingProposalList()
        list.items.value = [proposal]
        let peaks = UsagePeaks(container: "app", resource: .cpu, values: [0.25, 0.5])
        let report = ProposalReport(list: list, peaks: [proposal.id: [peaks]])
        let text = ProposalText(
            report, terminal: Terminal(width: 80, hasColor: false), noHeaders: true, showsAll: true
        ).text
        #expect(text.contains("  app cpu       ▃▅  peak 50% of it\n"), "\(text)")
        #expect(!text.contains("\u{1B}"))
    }
}
