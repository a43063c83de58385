import Analysis
import ClusterModel
import Detection

/// An analysis for a ticket or a page: headings, a table of checks, patches and commands in fences.
struct AnalysisMarkdown {
    private let report: AnalysisReport
    private let noHeaders: Bool

    init(_ report: AnalysisReport, noHeaders: Bool) {
        self.report = report.printable
        self.noHeaders = noHeaders
    }

    var text: String {
        let metadata = report.metadata
        let summary = report.summary
        var lines: [String] = []
        if !noHeaders {
            lines += [
                "# Analysis of \(metadata.context.value.isEmpty ? metadata.source.value : metadata.context.value.escaped)",
                "",
                "\(summary.incidents.value) incidents as of \(metadata.generatedAt.value): "
                    + "\(summary.verified.value) with a verified fix, "
                    + "\(summary.unverified.value) for a person, \(summary.refuted.value) refuted.",
                "",
            ]
        }
        lines += report.analyses.value.flatMap(analysis)
        return lines.joined(separator: "\n") + "\n"
    }

    private func analysis(_ analysis: AnalysisRecord) -> [String] {
        let incident = analysis.incident
        let cause = analysis.rootCause
        return [
            "## \(incident.category): \(incident.resource.text.escaped)", "",
            "**\(incident.severity)**, incident `\(incident.id)`. \(incident.message.escaped)", "",
            "### Cause (\(cause.confidence))", "",
            "\(cause.summary.escaped) \(citation(cause.evidence))", "",
        ] + chain(analysis) + evidence(analysis) + fixes(analysis) + opinion(analysis)
    }

    private func opinion(_ analysis: AnalysisRecord) -> [String] {
        guard let opinion = analysis.opinion else { return [] }
        var lines = opinion.claims.value.map { "- \($0.text.escaped) \(citation($0.evidence))" }
        if !opinion.prefersCause.isEmpty {
            lines.append("- It holds for likelier: \(opinion.prefersCause.escaped)")
        }
        if !opinion.prefersFix.isEmpty {
            lines.append("- It would rather: \(opinion.prefersFix.escaped)")
        }
        lines += opinion.dropped.map { "- Dropped: \($0.escaped)" }
        return ["### What \(opinion.model.escaped) adds (not verified)", ""] + lines + [""]
    }

    private func citation(_ ids: [String]) -> String {
        ids.isEmpty ? "" : "[\(ids.joined(separator: ", "))]"
    }

    private func chain(_ analysis: AnalysisRecord) -> [String] {
        let links = analysis.chain.dropFirst()
        if links.isEmpty { return [] }
        return links.enumerated().map { i, link in
            "\(i + 1). \(link.text.escaped) \(citation(link.evidence))"
        } + [""]
    }

    private func evidence(_ analysis: AnalysisRecord) -> [String] {
        ["| | Object | Field | Value |", "|---|---|---|---|"]
            + analysis.evidence.map { fact in
                let item = fact.evidence
                let note = item.note.isEmpty ? "" : " (\(item.note.escaped))"
                return "| \(fact.id) | \(item.resource.text.escaped) | `\(item.path.inCode)` | "
                    + "\(item.value.escaped)\(note) |"
            } + [""]
    }

    private func fixes(_ analysis: AnalysisRecord) -> [String] {
        analysis.fixes.value.enumerated().flatMap { i, fix -> [String] in
            var lines = ["### Fix: \(fix.title.escaped) (\(fix.status), \(fix.risk) risk)", ""]
            lines += [fix.rationale.escaped, ""]
            if !fix.blastRadius.isEmpty { lines += ["Touches: \(fix.blastRadius.escaped).", ""] }
            if !fix.refutation.isEmpty { lines += ["Refuted: \(fix.refutation.escaped)", ""] }
            lines += fix.patches.flatMap(patch)
            if !fix.kustomization.isEmpty { lines += fenced(fix.kustomization, "yaml") }
            if !fix.command.isEmpty { lines += fenced(fix.command, "sh") }
            if i == 0 { lines += checks(analysis.verification) }
            return lines
        }
    }

    private func patch(_ patch: PatchRecord) -> [String] {
        let lines = patch.changes.flatMap { change -> [String] in
            ["  \(change.path)"] + (change.before.map { ["- \($0)"] } ?? [])
                + (change.after.map { ["+ \($0)"] } ?? [])
        }
        let head = "\(patch.type) patch of \(patch.target.text.escaped):"
        return lines.isEmpty
            ? [head, ""] : [head, ""] + fenced(lines.joined(separator: "\n"), "diff")
    }

    private func checks(_ verification: VerificationRecord) -> [String] {
        ["| Check | Result | |", "|---|---|---|"]
            + verification.checks.map { "| \($0.name) | \($0.status) | \($0.message.escaped) |" }
            + [""]
    }

    /// The fence is longer than any in the text: names and messages may hold what they like.
    private func fenced(_ text: String, _ language: String) -> [String] {
        var longest = 2
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return ["\(fence)\(language)", body, fence, ""]
    }
}

extension String {
    /// Nothing in it is markup: it comes from a cluster.
    fileprivate var escaped: String {
        reduce(into: "") { text, character in
            switch character {
            case "\\", "`", "*", "_", "[", "]", "|", "#": text += "\\\(character)"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "&": text += "&amp;"
            case "\n", "\r", "\r\n": text += " "
            default: text.append(character)
            }
        }
    }

    /// For between two backticks in a table, where nothing can be escaped.
    fileprivate var inCode: String { filter { $0 != "`" && $0 != "|" && !$0.isNewline } }
}
