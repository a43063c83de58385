import ClusterModel
import Detection

/// The report as test results, in the XML that Ant began and Jenkins, GitLab and others read
/// (the schema is among the tests).
///
/// A suite for each namespace, and for each kind of object that has none. An incident is a test
/// case: failed at or above `--fail-on`, passed below it. What could be read of each resource is a
/// suite of its own, where a gap is an error: a run that could not see is not green, and a cluster
/// without incidents still has tests.
struct JUnitReport {
    private let report: IncidentReport

    init(_ report: IncidentReport) { self.report = report }

    var text: String {
        let suites = incidentSuites + [coverageSuite]
        let failures = suites.reduce(0) { $0 + $1.count(.failure) }
        let errors = suites.reduce(0) { $0 + $1.count(.error) }
        let tests = suites.reduce(0) { $0 + $1.cases.count }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="aegis \(report.command)" tests="\(tests)" failures="\(failures)" \
            errors="\(errors)">
            \(suites.map { $0.xml(timestamp) }.joined())</testsuites>

            """
    }

    /// As Ant writes it: without a zone, in UTC.
    private var timestamp: String { String(report.metadata.generatedAt.value.rfc3339.prefix(19)) }

    private var incidentSuites: [Suite] {
        Dictionary(grouping: report.incidents, by: suiteName)
            .sorted { $0.key < $1.key }
            .map { name, incidents in Suite(name: name, cases: incidents.map(testCase)) }
    }

    private func suiteName(_ incident: IncidentRecord) -> String {
        let place =
            incident.resource.namespace.isEmpty
            ? incident.resource.kind : incident.resource.namespace
        return incident.context.isEmpty ? place : "\(incident.context): \(place)"
    }

    /// Named by what stays the same from run to run, so that servers can follow it.
    private func testCase(_ incident: IncidentRecord) -> Case {
        Case(
            className: "\(suiteName(incident)).\(incident.category)",
            name: "\(incident.resource.kind) \(incident.resource.name) (\(incident.id))",
            outcome: report.fails(incident) ? .failure : .passed, type: incident.severity,
            message: incident.isResolved ? "resolved: \(incident.title)" : incident.title,
            details: details(of: incident))
    }

    private func details(of incident: IncidentRecord) -> String {
        var lines = [incident.message, ""]
        lines += incident.evidence.map { fact in
            let note = fact.note.isEmpty ? "" : "  (\(fact.note))"
            return "proof: \(fact.resource.text) \(fact.path): \(fact.value)\(note)"
        }
        if !incident.affected.isEmpty {
            lines.append("affects: \(incident.affected.map(\.text).joined(separator: ", "))")
        }
        if incident.since.isSet { lines.append("since: \(incident.since)") }
        lines.append("next: \(incident.nextCommand)")
        lines.append("rule: \(incident.rule), see 'aegis explain \(incident.rule)'")
        return lines.joined(separator: "\n")
    }

    private var coverageSuite: Suite {
        let cases = report.coverage.map { entry in
            Case(
                className: "aegis.coverage", name: entry.name,
                outcome: entry.isGap ? .error : entry.state == "absent" ? .skipped : .passed,
                type: entry.state, message: entry.reason,
                details: entry.isGap
                    ? "\(entry.name) could not be read whole (\(entry.state)): "
                        + "\(entry.reason). What it hides is not known."
                    : "\(entry.count.value) read")
        }
        return Suite(name: "aegis coverage", cases: cases)
    }
}

private enum Outcome: String {
    case passed, failure, error, skipped
}

private struct Case {
    let className: String
    let name: String
    let outcome: Outcome
    let type: String
    let message: String
    let details: String

    var xml: String {
        let details = self.details.xmlTextEscaped
        let body =
            switch outcome {
            case .passed: "<system-out>\(lead)\(details)</system-out>"
            case .skipped:
                "<skipped type=\"\(type.xmlEscaped)\" message=\"\(message.xmlEscaped)\"/>"
            case .failure, .error:
                "<\(outcome.rawValue) type=\"\(type.xmlEscaped)\" "
                    + "message=\"\(message.xmlEscaped)\">\(details)</\(outcome.rawValue)>"
            }
        return """
                <testcase classname="\(className.xmlEscaped)" name="\(name.xmlEscaped)">
                  \(body)
                </testcase>

            """
    }

    /// The message, which a passed test has no other place for.
    private var lead: String {
        message.isEmpty ? "" : "\(type.xmlTextEscaped): \(message.xmlTextEscaped)\n"
    }
}

private struct Suite {
    let name: String
    let cases: [Case]

    func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }

    func xml(_ timestamp: String) -> String {
        """
          <testsuite name="\(name.xmlEscaped)" tests="\(cases.count)" \
        failures="\(count(.failure))" errors="\(count(.error))" skipped="\(count(.skipped))" \
        timestamp="\(timestamp)">
        \(cases.map(\.xml).joined())  </testsuite>

        """
    }
}
