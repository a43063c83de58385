import ClusterModel
import Shadow
import StructuredData

/// Turns tests into bytes, in the one place where formats are told apart. Several tests are several
/// documents.
struct ShadowTestRenderer {
    let terminal: Terminal
    /// The dump that was read, if it was one file; empty otherwise.
    let file: String

    func render(_ outcome: TestOutcome, as format: ShadowTestFormat) -> [UInt8] {
        let tests = outcome.tests
        return switch format {
        case .text: Array(tests.map(text).joined(separator: "\n").utf8)
        case .json:
            tests.flatMap { Document.bytes($0, kind: ShadowTest.kindName, format: .prettyJSON) }
        case .yaml:
            Array(
                tests.map {
                    String(
                        decoding: Document.bytes($0, kind: ShadowTest.kindName, format: .yaml),
                        as: UTF8.self)
                }.joined(separator: "---\n").utf8)
        case .junit: Array(JUnitReport(outcome).text.utf8)
        case .sarif: SARIFReport(outcome, file: file).bytes
        case .markdown: Array(MarkdownReport(outcome).text.utf8)
        case .html: SectionPage(outcome).bytes
        }
    }

    private func text(_ test: ShadowTest) -> String {
        var lines = [heading(test)]
        for check in test.checks.value {
            let mark = terminal.styled(check.mark, check.style)
            lines.append("  \(mark)  \(check.name.value): \(check.message.value.printable)")
            for evidence in check.evidence.prefix(3) {
                lines.append("        \(evidence.path): \(evidence.value)".printable)
            }
        }
        if test.environment.kept.value {
            let names = test.environment.namespaces.joined(separator: ", ")
            lines.append("kept: \(names)")
        }
        if let rollout = test.rollout { lines += self.lines(rollout) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(_ rollout: RolloutSummary) -> [String] {
        rollout.stages.value.map { stage in
            "  \(stage.extent.value)"
                + (stage.trouble.isEmpty ? "" : ": \(stage.trouble.printable)")
        } + [rollout.state.value == "rolledBack" ? "taken back" : rollout.state.value]
    }

    private func heading(_ test: ShadowTest) -> String {
        let verdict = terminal.styled(test.verdict.value.uppercased(), test.style)
        return "\(verdict)  \(test.targets.printable), \(test.change.source.value.printable) "
            + "(\(test.runtime.value))"
    }
}

extension ShadowTest {
    fileprivate var style: Style {
        switch Verdict(rawValue: verdict.value) {
        case .passed: .green
        case .failed: .boldRed
        case .inconclusive, nil: .yellow
        }
    }
}

extension ShadowCheckRecord {
    fileprivate var mark: String {
        switch ShadowCheck.Status(rawValue: status.value) {
        case .passed: "ok  "
        case .failed: "FAIL"
        case .inconclusive: "?   "
        case .skipped, nil: "-   "
        }
    }

    fileprivate var style: Style {
        switch ShadowCheck.Status(rawValue: status.value) {
        case .passed: .green
        case .failed: .red
        case .inconclusive: .yellow
        case .skipped, nil: .dim
        }
    }
}
