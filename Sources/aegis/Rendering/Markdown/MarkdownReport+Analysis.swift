import Analysis
import ClusterModel
import Detection

extension MarkdownReport {
    /// An analysis for a ticket or a comment: a section for each incident, with a table of checks,
    /// patches and commands in fences.
    init(_ report: AnalysisReport, noHeaders: Bool) {
        let report = report.printable
        lead = noHeaders ? [] : report.markdownLead
        // What was not seen may be broken, so it is said with and without headings.
        gaps = report.gaps
        sections = report.analyses.value.map(\.markdownSection)
    }
}

extension AnalysisReport {
    fileprivate var markdownLead: [String] {
        let count = summary.incidents.value
        return [
            "# Analysis of \(metadata.place.markdownEscaped)", "",
            "\(count) \(count == 1 ? "incident" : "incidents") as of \(metadata.generatedAt.value): "
                + "\(summary.verified.value) with a verified fix, "
                + "\(summary.unverified.value) for a person, \(summary.refuted.value) refuted.",
        ]
    }
}

extension AnalysisRecord {
    fileprivate var markdownSection: [String] {
        let cause = rootCause
        let lines =
            [
                "", "## \(incident.category): \(incident.resource.text.markdownEscaped)", "",
                "**\(incident.severity)**, incident `\(incident.id)`. \(incident.message.markdownEscaped)",
                "",
                "### Cause (\(cause.confidence))", "",
                "\(cause.summary.markdownEscaped) \(citation(cause.evidence))", "",
            ] + chainLines + evidenceLines + fixLines + opinionLines
        // Each part ends with an empty line, which what follows the section begins with.
        return lines.dropLast()
    }

    private var opinionLines: [String] {
        guard let opinion else { return [] }
        var lines = opinion.claims.value.map {
            "- \($0.text.markdownEscaped) \(citation($0.evidence))"
        }
        if !opinion.prefersCause.isEmpty {
            lines.append("- It holds for likelier: \(opinion.prefersCause.markdownEscaped)")
        }
        if !opinion.prefersFix.isEmpty {
            lines.append("- It would rather: \(opinion.prefersFix.markdownEscaped)")
        }
        lines += opinion.dropped.map { "- Dropped: \($0.markdownEscaped)" }
        return ["### What \(opinion.model.markdownEscaped) adds (not verified)", ""] + lines + [""]
    }

    private func citation(_ ids: [String]) -> String {
        ids.isEmpty ? "" : "[\(ids.joined(separator: ", "))]"
    }

    private var chainLines: [String] {
        let links = chain.dropFirst()
        if links.isEmpty { return [] }
        return links.enumerated().map { i, link in
            "\(i + 1). \(link.text.markdownEscaped) \(citation(link.evidence))"
        } + [""]
    }

    private var evidenceLines: [String] {
        ["| | Object | Field | Value |", "|---|---|---|---|"]
            + evidence.map { fact in
                let item = fact.evidence
                let note = item.note.isEmpty ? "" : " (\(item.note.markdownEscaped))"
                return
                    "| \(fact.id) | \(item.resource.text.markdownEscaped) | \(item.path.markdownCode(inTable: true)) | "
                    + "\(item.value.markdownEscaped)\(note) |"
            } + [""]
    }

    private var fixLines: [String] {
        fixes.value.enumerated().flatMap { i, fix -> [String] in
            var lines = [
                "### Fix: \(fix.title.markdownEscaped) (\(fix.status), \(fix.risk) risk)", "",
            ]
            lines += [fix.rationale.markdownEscaped, ""]
            if !fix.blastRadius.isEmpty {
                lines += ["Touches: \(fix.blastRadius.markdownEscaped).", ""]
            }
            if !fix.refutation.isEmpty {
                lines += ["Refuted: \(fix.refutation.markdownEscaped)", ""]
            }
            lines += fix.patches.flatMap(patch)
            if !fix.kustomization.isEmpty { lines += fenced(fix.kustomization, "yaml") }
            if !fix.command.isEmpty { lines += fenced(fix.command, "sh") }
            if i == 0 { lines += checks(verification) }
            return lines
        }
    }

    private func patch(_ patch: PatchRecord) -> [String] {
        let lines = patch.changes.flatMap { change -> [String] in
            ["  \(change.path)"] + (change.before.map { ["- \($0)"] } ?? [])
                + (change.after.map { ["+ \($0)"] } ?? [])
        }
        let head = "\(patch.type) patch of \(patch.target.text.markdownEscaped):"
        return lines.isEmpty
            ? [head, ""] : [head, ""] + fenced(lines.joined(separator: "\n"), "diff")
    }

    private func checks(_ verification: VerificationRecord) -> [String] {
        ["| Check | Result | |", "|---|---|---|"]
            + verification.checks.map {
                "| \($0.name) | \($0.status) | \($0.message.markdownEscaped) |"
            }
            + [""]
    }

    /// The fence is longer than any in the text: names and messages may hold what they like.
    private func fenced(_ text: String, _ language: String) -> [String] {
        let fence = String(repeating: "`", count: max(3, text.longestRun(of: "`") + 1))
        let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return ["\(fence)\(language)", body, fence, ""]
    }
}
