import Analysis
import ClusterModel
import Detection
import StructuredData

/// An analysis for a person: of each incident why, what follows, what mends it and what speaks for
/// that.
struct AnalysisText {
    let terminal: Terminal
    /// The moment ages are reckoned from.
    let now: Timestamp

    static func text(
        _ report: AnalysisReport, terminal: Terminal, noHeaders: Bool
    ) -> String {
        let page = AnalysisText(terminal: terminal, now: report.metadata.generatedAt.value)
        var lines = report.analyses.value.flatMap { page.lines(of: $0) + [""] }
        if !noHeaders { lines += page.closing(of: report.printable) }
        return lines.map { $0 + "\n" }.joined()
    }

    func lines(of analysis: AnalysisRecord) -> [String] {
        let analysis = analysis.printable
        return [heading(analysis.incident)] + cause(analysis) + chain(analysis)
            + evidence(analysis) + fixes(analysis) + opinion(analysis)
    }

    /// What a model added, marked as its own: nobody verified it.
    private func opinion(_ analysis: AnalysisRecord) -> [String] {
        guard let opinion = analysis.opinion else { return [] }
        return opinion.lines.enumerated().flatMap { i, line in
            terminal.wrapped(line, margin: i == 0 ? "  model     " : "            ")
        }
    }

    private func heading(_ incident: IncidentRecord) -> String {
        var head =
            terminal.styled(incident.severity.uppercased(), incident.level.style) + "  "
            + terminal.styled(incident.category, .bold) + "  " + incident.resource.text
        if incident.since.isSet { head += "  for \(ageText(now.since(incident.since)))" }
        return head + "  " + terminal.styled(String(incident.id.prefix(8)), .dim)
    }

    private func cause(_ analysis: AnalysisRecord) -> [String] {
        let cause = analysis.rootCause
        let cited = cause.evidence.joined(separator: " ")
        return terminal.wrapped(
            "\(cause.summary) [\(cause.confidence): \(cited)]", margin: "  cause     ")
            + analysis.otherCauses.prefix(2).flatMap {
                terminal.wrapped(
                    "\($0.summary) [\($0.confidence): \($0.evidence.joined(separator: " "))]",
                    margin: "  or else   ")
            }
    }

    /// What follows from the cause, which stands above.
    private func chain(_ analysis: AnalysisRecord) -> [String] {
        analysis.chain.dropFirst().enumerated().flatMap { i, link in
            terminal.wrapped(
                "→ \(link.text)", margin: i == 0 ? "  so        " : "            ")
        }
    }

    /// What the cause cites, and no more; the documents have all.
    private func evidence(_ analysis: AnalysisRecord) -> [String] {
        let cited = analysis.evidence.filter { analysis.rootCause.evidence.contains($0.id) }
        return cited.prefix(5).enumerated().map { i, fact in
            let item = fact.evidence
            let owner =
                item.resource == analysis.incident.resource ? "" : "\(item.resource.kubectlName) "
            let note = item.note.isEmpty ? "" : "  (\(item.note))"
            let start = (i == 0 ? "  evidence  " : "            ") + "\(fact.id) \(owner)"
            return terminal.styled(
                terminal.line(start, path: item.path, value: "\(item.value)\(note)"), .dim)
        }
    }

    private func fixes(_ analysis: AnalysisRecord) -> [String] {
        guard let best = analysis.fixes.value.first else {
            return ["  fix       none is known"]
        }
        return fix(best) + verification(analysis, best)
            + analysis.fixes.value.dropFirst().flatMap(alternative)
    }

    private func fix(_ fix: FixRecord) -> [String] {
        var lines = terminal.wrapped("\(fix.title) (\(fix.risk) risk)", margin: "  fix       ")
            .map { terminal.styled($0, .bold) }
        lines += terminal.wrapped(fix.rationale, margin: "            ")
        lines += fix.patches.flatMap(patch)
        if !fix.blastRadius.isEmpty {
            lines += terminal.wrapped(fix.blastRadius, margin: "  touches   ")
        }
        lines += kustomization(fix)
        if !fix.command.isEmpty {
            lines.append("  run       " + terminal.styled(fix.command, .cyan))
        }
        return lines
    }

    /// The change as a diff: the field, then the line that goes and the one that comes.
    private func patch(_ patch: PatchRecord) -> [String] {
        let shown = patch.changes.prefix(6).flatMap { change -> [String] in
            var lines = [cutStart(change.path)]
            if let before = change.before {
                lines.append(terminal.styled("              - \(before)", .red))
            }
            if let after = change.after {
                lines.append(terminal.styled("              + \(after)", .green))
            }
            return lines
        }
        let more = patch.changes.count - 6
        return ["            \(patch.target.kubectlName):"] + shown
            + (more > 0 ? ["              and \(more) more"] : [])
    }

    private func kustomization(_ fix: FixRecord) -> [String] {
        if fix.kustomization.isEmpty { return [] }
        return ["  kustomize"]
            + fix.kustomization.split(separator: "\n").map { "            \($0)" }
    }

    private func verification(_ analysis: AnalysisRecord, _ best: FixRecord) -> [String] {
        let checks = analysis.verification.checks
        switch best.status {
        case Fix.Standing.verified.rawValue:
            let passed = checks.filter { $0.status == "passed" }.map(\.name)
            let open = checks.filter { $0.status == "skipped" }.map(\.message)
            return terminal.wrapped(
                passed.joined(separator: ", "),
                margin: "  " + "verified".padded(10)
            )
            .styledFirst("verified", terminal.styled("verified", .green))
                + open.flatMap { terminal.wrapped($0, margin: "            ") }
        case Fix.Standing.refuted.rawValue:
            return terminal.wrapped(best.refutation, margin: "  " + "refuted".padded(10))
                .styledFirst("refuted", terminal.styled("refuted", .red))
        default:
            let why = checks.first { $0.status == "skipped" }?.message ?? ""
            return terminal.wrapped(why, margin: "  " + "untried".padded(10))
        }
    }

    private func alternative(_ fix: FixRecord) -> [String] {
        let isRefuted = fix.status == Fix.Standing.refuted.rawValue
        let title =
            isRefuted
            ? "\(fix.title): refuted, \(fix.refutation)" : "\(fix.title) (\(fix.risk) risk)"
        return terminal.wrapped(title, margin: isRefuted ? "  not       " : "  or        ")
    }

    /// Of a field's path the end tells most.
    private func cutStart(_ path: String) -> String {
        let room = terminal.width - 14
        guard terminal.isInteractive, path.count > room, room > 1 else {
            return "              \(path)"
        }
        return "              …\(path.suffix(room - 1))"
    }

    private func closing(of report: AnalysisReport) -> [String] {
        let summary = report.summary
        let gaps = report.gaps.map { terminal.styled("not seen: ", .yellow) + $0.text }
        let count = summary.incidents.value
        let what =
            count == 0
            ? "nothing to analyse"
            : "\(count) \(count == 1 ? "incident" : "incidents"): "
                + "\(summary.verified.value) with a verified fix, "
                + "\(summary.unverified.value) for a person, \(summary.refuted.value) refuted"
        return gaps + ["\(what), \(report.metadata.place) as of \(now)"]
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension [String] {
    /// Colours a word of the first line once its length has been reckoned with.
    fileprivate func styledFirst(_ word: String, _ styled: String) -> [String] {
        guard let first, let place = first.firstRange(of: word) else { return self }
        return [first.replacingCharacters(in: place, with: styled)] + dropFirst()
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
