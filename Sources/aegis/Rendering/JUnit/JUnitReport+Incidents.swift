import ClusterModel
import Detection

extension JUnitReport {
    /// A suite for each namespace, and for each kind of object that has none. An incident is a test
    /// case: failed at or above `--fail-on`, passed below it. What could be read of each resource
    /// is a suite of its own, so that a cluster without incidents still has tests.
    init(_ report: IncidentReport) {
        let suites = Dictionary(grouping: report.incidents, by: \.suiteName)
            .sorted { $0.key < $1.key }
            .map { TestSuite(name: $0, cases: $1.map(report.testCase)) }
        self.init(
            command: report.command, moment: report.metadata.generatedAt.value,
            suites: suites + [report.coverage.testSuite])
    }
}

extension IncidentReport {
    fileprivate func testCase(_ incident: IncidentRecord) -> TestCase {
        let analysis = analyses[incident.id]
        let title = analysis.map { "\(incident.title): \($0.rootCause.summary)" } ?? incident.title
        return TestCase(
            className: "\(incident.suiteName).\(incident.category)",
            name: "\(incident.resource.kind) \(incident.resource.name) (\(incident.id))",
            outcome: fails(incident) ? .failure : .passed, type: incident.severity,
            message: incident.isResolved ? "resolved: \(title)" : title,
            details: (analysis.map { analyzed(incident, $0) } ?? details(of: incident))
                .joined(separator: "\n"))
    }

    /// Why, what follows from it, and what mends it, as on a terminal.
    private func analyzed(_ incident: IncidentRecord, _ analysis: AnalysisRecord) -> [String] {
        let page = Terminal(width: 100, hasColor: false)
        let text = AnalysisText(terminal: page, now: metadata.generatedAt.value)
        return [incident.message, ""] + text.lines(of: analysis) + [incident.ruleLine]
    }

    private func details(of incident: IncidentRecord) -> [String] {
        var lines = [incident.message, ""]
        lines += incident.evidence.map { "proof: \($0.line)" }
        if !incident.affected.isEmpty {
            lines.append("affects: \(incident.affected.map(\.text).joined(separator: ", "))")
        }
        if incident.since.isSet { lines.append("since: \(incident.since)") }
        return lines + ["next: \(incident.nextCommand)", incident.ruleLine]
    }
}

extension IncidentRecord {
    fileprivate var suiteName: String {
        let place = resource.namespace.isEmpty ? resource.kind : resource.namespace
        return context.isEmpty ? place : "\(context): \(place)"
    }

    fileprivate var ruleLine: String { "rule: \(rule), see 'aegis explain \(rule)'" }
}

extension EvidenceRecord {
    /// `Pod shop/cart-0 status.phase: Pending  (why)`.
    var line: String {
        "\(resource.text) \(path): \(value)" + (note.isEmpty ? "" : "  (\(note))")
    }
}

extension [CoverageRecord] {
    /// What could be read of each resource.
    var testSuite: TestSuite {
        let cases = map { entry in
            let isAbsent = entry.state == "absent"
            return TestCase(
                className: "aegis.coverage", name: entry.name,
                outcome: entry.isGap ? .error : isAbsent ? .skipped : .passed,
                type: entry.state, message: entry.reason,
                details: entry.isGap
                    ? "\(entry.name) could not be read whole (\(entry.state)): "
                        + "\(entry.reason). What it hides is not known."
                    : isAbsent ? "" : "\(entry.count.value) read")
        }
        return TestSuite(name: "aegis coverage", cases: cases)
    }
}
