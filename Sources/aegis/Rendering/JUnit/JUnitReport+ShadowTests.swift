import ClusterModel
import Shadow

extension JUnitReport {
    /// A suite for each change, a test case for each question that was put to it, and for each stage
    /// of its roll-out. What a question left open is an error, and so is what could not be tried.
    init(_ outcome: TestOutcome) {
        let suites = outcome.tests.map { test in
            TestSuite(
                name: "\(test.targets): \(test.change.source.value)",
                cases: test.checkCases + test.stageCases)
        }
        self.init(
            command: "shadow-test", moment: outcome.metadata.generatedAt.value,
            suites: suites + outcome.obstacleSuites)
    }
}

extension ShadowTest {
    /// What is changed, with the kind and namespace of each.
    var targets: String { change.patches.value.map(\.target.text).joined(separator: ", ") }

    private var className: String {
        change.patches.value.first.map { $0.target.path.replacing("/", with: ".") } ?? "change"
    }

    /// Questions that were asked more than once are numbered, so that each has a name of its own.
    fileprivate var checkCases: [TestCase] {
        var asked: [String: Int] = [:]
        return checks.value.map { check in
            let name = check.name.value
            let count = asked[name, default: 0] + 1
            asked[name] = count
            return TestCase(
                className: className, name: count > 1 ? "\(name) (\(count))" : name,
                outcome: check.testOutcome, type: check.status.value,
                message: check.message.value,
                details: check.evidence.map(\.line).joined(separator: "\n"))
        }
    }

    fileprivate var stageCases: [TestCase] {
        guard let rollout else { return [] }
        return rollout.stages.value.map { stage in
            TestCase(
                className: className, name: "rollout \(stage.extent.value)",
                outcome: stage.trouble.isEmpty ? .passed : .failure, type: rollout.state.value,
                message: stage.trouble, details: "")
        }
    }
}

extension ShadowCheckRecord {
    fileprivate var testOutcome: TestCase.Outcome {
        switch ShadowCheck.Status(rawValue: status.value) {
        case .passed: .passed
        case .failed: .failure
        case .skipped: .skipped
        case .inconclusive, nil: .error
        }
    }
}

extension TestOutcome {
    fileprivate var obstacleSuites: [TestSuite] {
        if obstacles.isEmpty { return [] }
        let cases = obstacles.enumerated().map { i, obstacle in
            TestCase(
                className: "aegis.obstacles", name: "obstacle \(i + 1)", outcome: .error,
                type: obstacle.isRefusal ? "refused" : "failed",
                message: obstacle.description, details: "")
        }
        return [TestSuite(name: "aegis obstacles", cases: cases)]
    }
}
