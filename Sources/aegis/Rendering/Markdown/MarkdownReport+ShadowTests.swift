import ClusterModel
import Shadow

extension MarkdownReport {
    /// A table of verdicts, and of each change the checks and their evidence.
    init(_ outcome: TestOutcome) {
        let verdicts = Verdict.allCases.compactMap { verdict -> String? in
            let count = outcome.tests.count { $0.verdict.value == verdict.rawValue }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        let tests = outcome.tests.count == 1 ? "1 change" : "\(outcome.tests.count) changes"
        lead = [
            "## aegis shadow-test: "
                + (verdicts.isEmpty ? "nothing was tried" : verdicts.joined(separator: ", ")),
            "",
            "\(tests) tried on \(outcome.metadata.place.markdownEscaped), as of "
                + "\(outcome.metadata.generatedAt.value).",
        ]
        if !outcome.obstacles.isEmpty {
            lead += ["", "> **Not everything could be done**", ">"]
            lead += outcome.obstacles.map { "> - \($0.description.markdownEscaped)" }
        }
        table = Table(
            heads: ["Verdict", "Object", "Change", "Runtime"],
            rows: outcome.tests.map(\.markdownRow))
        sections = outcome.tests.map(\.markdownSection)
    }
}

extension ShadowTest {
    fileprivate var markdownRow: [String] {
        [
            verdictMark, targets.markdownCode(inTable: true), change.source.value.markdownEscaped,
            runtime.value.markdownEscaped,
        ]
    }

    fileprivate var verdictMark: String {
        switch Verdict(rawValue: verdict.value) {
        case .passed: "✅ passed"
        case .failed: "❌ failed"
        case .inconclusive, nil: "❔ inconclusive"
        }
    }

    /// What passed is folded; what did not is what the comment is for.
    fileprivate var markdownSection: [String] {
        let lines =
            ["| | Check | What |", "|---|---|---|"] + checks.value.map(\.markdownLine)
            + evidenceLines + rolloutLines + keptLines
        let summary =
            "\(verdictMark) <b>\(targets.htmlEscaped)</b> \(change.source.value.htmlEscaped)"
        let folded = MarkdownReport.folded(summary, lines)
        return verdict.value == Verdict.passed.rawValue
            ? folded : folded.map { $0 == "<details>" ? "<details open>" : $0 }
    }

    private var evidenceLines: [String] {
        let lines = checks.value.flatMap { check in
            check.evidence.prefix(10).map {
                "- \(check.name.value.markdownEscaped): "
                    + $0.markdown(after: "\($0.resource.kubectlName) ")
            }
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private var rolloutLines: [String] {
        guard let rollout else { return [] }
        let stages = rollout.stages.value.map { stage in
            let trouble = stage.trouble.isEmpty ? "" : ": \(stage.trouble.markdownEscaped)"
            return "- \(stage.extent.value.markdownEscaped)\(trouble)"
        }
        return ["", "Roll-out: \(rollout.state.value.markdownEscaped)", ""] + stages
    }

    private var keptLines: [String] {
        guard environment.kept.value else { return [] }
        let names = environment.namespaces.map { $0.markdownCode() }.joined(separator: ", ")
        return ["", "Kept until \(environment.expiresAt): \(names)"]
    }
}

extension ShadowCheckRecord {
    fileprivate var markdownLine: String {
        let mark =
            switch ShadowCheck.Status(rawValue: status.value) {
            case .passed: "✅ passed"
            case .failed: "❌ failed"
            case .inconclusive: "❔ inconclusive"
            case .skipped, nil: "➖ skipped"
            }
        return "| \(mark) | \(name.value.markdownCode(inTable: true)) | "
            + "\(message.value.markdownEscaped) |"
    }
}
