import ClusterModel

/// Test results, in the XML that Ant began and Jenkins, GitLab and others read (the schema is among
/// the tests). What a subcommand has found is made into them by the extensions beside this file.
///
/// What could not be told is an error, never a passed or a skipped test: a run that could not see
/// is not green.
struct JUnitReport {
    /// The subcommand.
    let command: String
    let moment: Timestamp
    let suites: [TestSuite]

    var text: String {
        let failures = suites.reduce(0) { $0 + $1.count(.failure) }
        let errors = suites.reduce(0) { $0 + $1.count(.error) }
        let tests = suites.reduce(0) { $0 + $1.cases.count }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="aegis \(command)" tests="\(tests)" failures="\(failures)" \
            errors="\(errors)">
            \(suites.map { $0.xml(timestamp) }.joined())</testsuites>

            """
    }

    /// As Ant writes it: without a zone, in UTC.
    private var timestamp: String { String(moment.rfc3339.prefix(19)) }
}

/// Test cases that belong together.
struct TestSuite {
    let name: String
    let cases: [TestCase]

    func count(_ outcome: TestCase.Outcome) -> Int { cases.count { $0.outcome == outcome } }

    fileprivate func xml(_ timestamp: String) -> String {
        """
          <testsuite name="\(name.xmlEscaped)" tests="\(cases.count)" \
        failures="\(count(.failure))" errors="\(count(.error))" skipped="\(count(.skipped))" \
        timestamp="\(timestamp)">
        \(cases.map(\.xml).joined())  </testsuite>

        """
    }
}

/// One of them. Class and name are what stays the same from run to run, so that servers can follow
/// it.
struct TestCase {
    enum Outcome: String {
        case passed, failure, error, skipped
    }

    let className: String
    let name: String
    let outcome: Outcome
    let type: String
    /// One line.
    let message: String
    let details: String

    fileprivate var xml: String {
        """
            <testcase classname="\(className.xmlEscaped)" name="\(name.xmlEscaped)">
              \(result)
            </testcase>

        """
    }

    private var result: String {
        // Some servers show the text of a failure and not its message.
        let isFailed = outcome == .failure || outcome == .error
        let details = (isFailed && self.details.isEmpty ? message : self.details).xmlTextEscaped
        switch outcome {
        case .passed: return "<system-out>\(lead)\(details)</system-out>"
        case .skipped:
            let output = details.isEmpty ? "" : "<system-out>\(details)</system-out>"
            return "<skipped type=\"\(type.xmlEscaped)\" message=\"\(message.xmlEscaped)\"/>"
                + output
        case .failure, .error:
            return "<\(outcome.rawValue) type=\"\(type.xmlEscaped)\" "
                + "message=\"\(message.xmlEscaped)\">\(details)</\(outcome.rawValue)>"
        }
    }

    /// The message, which a passed test has no other place for.
    private var lead: String {
        message.isEmpty ? "" : "\(type.xmlTextEscaped): \(message.xmlTextEscaped)\n"
    }
}
