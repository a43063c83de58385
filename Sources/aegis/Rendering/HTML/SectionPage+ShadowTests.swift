import ClusterModel
import Shadow

extension SectionPage {
    /// Of each change its verdict, the checks with their evidence, and how it fared on its way into
    /// production.
    init(_ outcome: TestOutcome) {
        let verdicts = Verdict.allCases.compactMap { verdict -> String? in
            let count = outcome.tests.count { $0.verdict.value == verdict.rawValue }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        self.init(
            title: "Shadow tests",
            lead: "\(outcome.metadata.place) as of \(outcome.metadata.generatedAt.value): "
                + (verdicts.isEmpty ? "nothing was tried" : verdicts.joined(separator: ", ")),
            gaps: outcome.obstacles.map(\.description),
            sections: outcome.tests.enumerated().map { Section($1, id: "t\($0 + 1)") })
    }
}

extension SectionPage.Section {
    fileprivate init(_ test: ShadowTest, id: String) {
        self.init(
            id: id, title: test.targets, state: test.verdict.value,
            hint: "\(test.change.source.value), by the runtime \(test.runtime.value)",
            body: test.checkTable + test.rolloutList + test.keptLine)
    }
}

extension ShadowTest {
    fileprivate var checkTable: String {
        """
        <div class="tablebox"><table class="checks"><caption class="skip">Checks</caption>
        <thead><tr><th scope="col">Result</th><th scope="col">Check</th>\
        <th scope="col">What came of it</th></tr></thead>
        <tbody>
        \(checks.value.map(\.row).joined())</tbody></table></div>

        """
    }

    fileprivate var rolloutList: String {
        guard let rollout else { return "" }
        let stages = rollout.stages.value.map { stage in
            let trouble = stage.trouble.isEmpty ? "" : ": \(stage.trouble)"
            return "<li>\(SectionPage.text(stage.extent.value + trouble))</li>\n"
        }
        return "<p>Roll-out: \(SectionPage.text(rollout.state.value))</p>\n"
            + "<ol>\n\(stages.joined())</ol>\n"
    }

    fileprivate var keptLine: String {
        guard environment.kept.value else { return "" }
        let names = environment.namespaces.joined(separator: ", ")
        return "<p>Kept until \(environment.expiresAt): \(SectionPage.text(names))</p>\n"
    }
}

extension ShadowCheckRecord {
    fileprivate var row: String {
        let facts = evidence.map { "<li>\(SectionPage.text($0.line))</li>\n" }.joined()
        let list = facts.isEmpty ? "" : "\n<ul>\(facts)</ul>"
        let state = SectionPage.text(status.value)
        return "<tr><td data-state=\"\(state)\"><span class=\"badge\">\(state)</span></td>"
            + "<td>\(SectionPage.text(name.value))</td>"
            + "<td>\(SectionPage.text(message.value))\(list)</td></tr>\n"
    }
}
