import ClusterModel
import Detection

/// A report for a person: the worst first, each incident with what, where, since when, the proof
/// and the next command.
struct TextReport {
    private let report: ScanReport
    private let terminal: Terminal
    private let noHeaders: Bool
    private let now: Timestamp

    init(_ report: ScanReport, terminal: Terminal, noHeaders: Bool) {
        self.report = report.printable
        self.terminal = terminal
        self.noHeaders = noHeaders
        now = report.metadata.generatedAt.value
    }

    var text: String {
        var lines: [String] = []
        for severity in Severity.allCases.reversed() {
            let incidents = report.present.filter { $0.level == severity }
            if incidents.isEmpty { continue }
            if !noHeaders { lines.append(heading(severity, incidents.count)) }
            lines += incidents.flatMap(incident)
        }
        lines += resolved
        if !noHeaders { lines += closing }
        return lines.map { $0 + "\n" }.joined()
    }

    private func heading(_ severity: Severity, _ count: Int) -> String {
        terminal.styled("\(severity.rawValue.uppercased()) (\(count))", severity.style)
    }

    private func incident(_ incident: IncidentRecord) -> [String] {
        var head = terminal.styled(incident.category, .bold) + "  " + incident.resource.text
        if !incident.context.isEmpty { head += "  in \(incident.context)" }
        if incident.since.isSet { head += "  for \(ageText(now.since(incident.since)))" }
        if !incident.change.isEmpty { head += "  [\(incident.change)]" }
        var lines = [head]
        lines += terminal.wrapped(incident.message, margin: "  ")
        lines += evidence(incident)
        if let suffering = list(incident.affected) { lines.append("  affects  \(suffering)") }
        lines.append("  next     " + terminal.styled(incident.nextCommand, .cyan))
        return lines + [""]
    }

    /// The most telling facts; the documents have them all.
    private func evidence(_ incident: IncidentRecord) -> [String] {
        let shown = incident.evidence.prefix(4)
        let lines = shown.map { item -> String in
            let owner =
                item.resource == incident.resource ? "" : "\(item.resource.kubectlName) "
            let note = item.note.isEmpty ? "" : "  (\(item.note))"
            return terminal.line(
                "  proof    ", path: "\(owner)\(item.path)", value: "\(item.value)\(note)")
        }
        return lines.map { terminal.styled($0, .dim) }
    }

    private func list(_ resources: [ResourceReference]) -> String? {
        guard !resources.isEmpty else { return nil }
        let shown = resources.prefix(3).map(\.kubectlName).joined(separator: ", ")
        return resources.count > 3 ? "\(shown) and \(resources.count - 3) more" : shown
    }

    private var resolved: [String] {
        let gone = report.incidents.value.filter { $0.change == "resolved" }
        guard !gone.isEmpty else { return [] }
        let heading = noHeaders ? [] : [terminal.styled("RESOLVED (\(gone.count))", .green)]
        return heading
            + gone.map {
                "\($0.category)  \($0.resource.text)"
                    + ($0.context.isEmpty ? "" : "  in \($0.context)")
            } + [""]
    }

    /// What the report rests on: the objects read, and what could not be.
    private var closing: [String] {
        var lines: [String] = []
        for gap in report.gaps {
            lines.append(terminal.styled("not seen: ", .yellow) + gap.text)
        }
        let count = report.present.count
        let found =
            switch count {
            case 0 where report.gaps.isEmpty: terminal.styled("no incidents", .green)
            case 0: "no incidents"
            case 1: "1 incident"
            default: "\(count) incidents"
            }
        let objects = report.summary.objects.total
        let noun = objects == 1 ? "object" : "objects"
        let seen = report.gaps.isEmpty ? "" : " that could be read"
        lines.append("\(found) in \(objects) \(noun)\(seen), \(report.metadata.place) as of \(now)")
        return lines
    }
}

extension Severity {
    var style: Style {
        switch self {
        case .critical: .boldRed
        case .high: .red
        case .medium: .yellow
        case .low: .dim
        }
    }
}
