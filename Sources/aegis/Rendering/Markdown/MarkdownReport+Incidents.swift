import ClusterModel
import Detection

extension MarkdownReport {
    /// A table of incidents, and each of them folded.
    init(_ report: IncidentReport) {
        lead = report.markdownLead
        gaps = report.gaps
        table = report.markdownTable
        sections = report.present.map(report.section)
        closing = report.resolvedLines
    }
}

extension IncidentReport {
    fileprivate var markdownLead: [String] {
        let count = present.count
        let found = count == 0 ? "no incidents" : count == 1 ? "1 incident" : "\(count) incidents"
        let severities = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = present.count { $0.level == severity }
            return count == 0 ? nil : "**\(count) \(severity.rawValue)**"
        }
        let start = severities.isEmpty ? "" : severities.joined(separator: ", ") + " "
        let noun = objects == 1 ? "object" : "objects"
        return [
            "## aegis \(command): \(found) in \(place.markdownEscaped)", "",
            "\(start)in \(objects) \(noun), as of \(metadata.generatedAt.value).",
        ]
    }

    fileprivate var markdownTable: MarkdownReport.Table {
        let hasChange = present.contains { !$0.change.isEmpty }
        let hasContext = present.contains { !$0.context.isEmpty }
        let rows = present.map { incident in
            [incident.severityMark, incident.category.markdownEscaped]
                + (hasContext ? [incident.context.markdownEscaped] : [])
                + [incident.resource.text.markdownCode(inTable: true)]
                + (hasChange ? [incident.change.markdownEscaped] : [])
                + [incident.title.markdownEscaped]
        }
        let heads =
            ["Severity", "Category"] + (hasContext ? ["Context"] : []) + ["Object"]
            + (hasChange ? ["Change"] : []) + ["What"]
        return MarkdownReport.Table(heads: heads, rows: rows)
    }

    fileprivate func section(_ incident: IncidentRecord) -> [String] {
        let age =
            incident.since.isSet
            ? ", for \(ageText(metadata.generatedAt.value.since(incident.since)))" : ""
        var lines = [incident.message.markdownEscaped, ""]
        lines += incident.evidence.map { proof($0, of: incident) }
        if !incident.affected.isEmpty { lines.append(affected(incident)) }
        lines += ["", "Next: \(incident.nextCommand.markdownCode())", ""]
        lines.append(
            "Rule \(incident.rule.markdownEscaped), incident \(incident.id.markdownCode())")
        let place = incident.context.isEmpty ? "" : " in \(incident.context.htmlEscaped)"
        let summary =
            "\(incident.severityMark) <b>\(incident.category.htmlEscaped)</b> "
            + "\(incident.resource.text.htmlEscaped)\(place)\(age)"
        return MarkdownReport.folded(summary, lines)
    }

    private func proof(_ fact: EvidenceRecord, of incident: IncidentRecord) -> String {
        let owner = fact.resource == incident.resource ? "" : "\(fact.resource.kubectlName) "
        return "- \(fact.markdown(after: owner))"
    }

    private func affected(_ incident: IncidentRecord) -> String {
        let shown = incident.affected.prefix(10).map { $0.text.markdownCode() }
        let rest = incident.affected.count - shown.count
        return "- affects \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
    }

    fileprivate var resolvedLines: [String] {
        let gone = incidents.filter(\.isResolved)
        if gone.isEmpty { return [] }
        let shown = gone.prefix(20).map {
            "- \($0.category.markdownEscaped) \($0.resource.text.markdownCode())"
                + ($0.context.isEmpty ? "" : " in \($0.context.markdownEscaped)")
        }
        let rest = gone.count > shown.count ? ["- and \(gone.count - shown.count) more"] : []
        return ["", "**Resolved (\(gone.count))**", ""] + shown + rest
    }
}

extension EvidenceRecord {
    /// - Parameter owner: what its field is of, where that is not clear.
    func markdown(after owner: String) -> String {
        let note = note.isEmpty ? "" : " (\(self.note.markdownEscaped))"
        return "\("\(owner)\(path)".markdownCode()): \(value.markdownCode())\(note)"
    }
}

extension IncidentRecord {
    /// A mark that stands out in a table, and the word, for who does not see it.
    fileprivate var severityMark: String {
        switch level {
        case .critical: "🟥 critical"
        case .high: "🟧 high"
        case .medium: "🟨 medium"
        case .low: "⬜ low"
        }
    }
}
