import ClusterModel
import Detection

/// The report as a comment on a pull request: a table to look over, and each incident folded.
///
/// GitHub takes comments of up to 65,536 characters: beyond a budget incidents are counted, not
/// shown, the least severe first, since the list is sorted.
struct MarkdownReport {
    private let report: IncidentReport

    private static let budget = 60_000
    /// A table is for looking over.
    private static let rowLimit = 100

    init(_ report: IncidentReport) { self.report = report }

    var text: String {
        var text = heading + gaps + table
        var shown = 0
        let note = "\n_… and 000000 more: they are in the other formats._\n"
        let reserve = resolved.utf8.count + note.utf8.count
        for incident in report.present {
            let section = details(of: incident)
            guard text.utf8.count + section.utf8.count + reserve <= Self.budget else { break }
            text += section
            shown += 1
        }
        let rest = report.present.count - shown
        if rest > 0 { text += "\n_… and \(rest) more: they are in the other formats._\n" }
        return text + resolved
    }

    private var heading: String {
        let count = report.present.count
        let found = count == 0 ? "no incidents" : count == 1 ? "1 incident" : "\(count) incidents"
        let severities = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = report.present.count { $0.level == severity }
            return count == 0 ? nil : "**\(count) \(severity.rawValue)**"
        }
        let lead = severities.isEmpty ? "" : severities.joined(separator: ", ") + " "
        let noun = report.objects == 1 ? "object" : "objects"
        return """
            ## aegis \(report.command): \(found) in \(report.place.markdownEscaped)

            \(lead)in \(report.objects) \(noun), as of \(report.metadata.generatedAt.value).

            """
    }

    /// Before all else: what was not seen may be broken.
    private var gaps: String {
        let lines = report.gaps.markdownLines.dropLast().map { $0 + "\n" }
        return lines.isEmpty ? "" : "\n" + lines.joined()
    }

    private var table: String {
        let incidents = report.present
        if incidents.isEmpty { return "" }
        let hasChange = incidents.contains { !$0.change.isEmpty }
        let hasContext = incidents.contains { !$0.context.isEmpty }
        let heads =
            ["Severity", "Category"] + (hasContext ? ["Context"] : []) + ["Object"]
            + (hasChange ? ["Change"] : []) + ["What"]
        let header =
            "| \(heads.joined(separator: " | ")) |\n"
            + "|\(String(repeating: "---|", count: heads.count))\n"
        let rows = incidents.prefix(Self.rowLimit).map { incident in
            let context = hasContext ? [incident.context.markdownEscaped] : []
            let change = hasChange ? [incident.change.markdownEscaped] : []
            let row =
                [incident.severityMark, incident.category.markdownEscaped] + context
                + [incident.resource.text.markdownCode(inTable: true)] + change
                + [incident.title.markdownEscaped]
            return "| \(row.joined(separator: " | ")) |\n"
        }
        let shown = fitting(Array(rows))
        let note =
            shown.count < incidents.count
            ? "\n_The first \(shown.count) of \(incidents.count)._\n" : ""
        return "\n" + header + shown.joined() + note
    }

    /// As many rows as half of the budget holds.
    private func fitting(_ rows: [String]) -> ArraySlice<String> {
        var size = 0
        return rows.prefix { row in
            size += row.utf8.count
            return size <= Self.budget / 2
        }
    }

    private func details(of incident: IncidentRecord) -> String {
        let age =
            incident.since.isSet
            ? ", for \(ageText(report.metadata.generatedAt.value.since(incident.since)))" : ""
        let place = incident.context.isEmpty ? "" : " in \(incident.context.htmlEscaped)"
        var lines = [
            "", "<details>",
            "<summary>\(incident.severityMark) <b>\(incident.category.htmlEscaped)</b> "
                + "\(incident.resource.text.htmlEscaped)\(place)\(age)</summary>", "",
            incident.message.markdownEscaped, "",
        ]
        lines += incident.evidence.map { proof($0, of: incident) }
        if !incident.affected.isEmpty { lines.append(affected(incident)) }
        lines += ["", "Next: \(incident.nextCommand.markdownCode())", ""]
        lines += [
            "Rule \(incident.rule.markdownEscaped), incident \(incident.id.markdownCode())", "",
            "</details>",
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    private func proof(_ fact: EvidenceRecord, of incident: IncidentRecord) -> String {
        let owner = fact.resource == incident.resource ? "" : "\(fact.resource.kubectlName) "
        let note = fact.note.isEmpty ? "" : " (\(fact.note.markdownEscaped))"
        return "- \("\(owner)\(fact.path)".markdownCode()): \(fact.value.markdownCode())\(note)"
    }

    private func affected(_ incident: IncidentRecord) -> String {
        let shown = incident.affected.prefix(10).map { $0.text.markdownCode() }
        let rest = incident.affected.count - shown.count
        return "- affects \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
    }

    private var resolved: String {
        let gone = report.incidents.filter(\.isResolved)
        if gone.isEmpty { return "" }
        let shown = gone.prefix(20).map {
            "- \($0.category.markdownEscaped) \($0.resource.text.markdownCode())"
                + ($0.context.isEmpty ? "" : " in \($0.context.markdownEscaped)") + "\n"
        }
        let rest = gone.count > shown.count ? "- and \(gone.count - shown.count) more\n" : ""
        return "\n**Resolved (\(gone.count))**\n\n" + shown.joined() + rest
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
