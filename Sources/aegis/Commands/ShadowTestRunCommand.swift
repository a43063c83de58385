import ArgumentParser
import ClusterModel
import Glibc
import Shadow

/// `aegis shadow-test run`: put changes to the test.
struct ShadowTestRunCommand: RecordedCommand {
    static let recordedName = "shadow-test"

    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Put a change to the test: passed, failed or inconclusive, with the proof.",
        discussion: """
            RUNTIMES
              simulate   arithmetic on what was read: quotas, nodes, budgets, references, and
                         detection before and after; the default with --snapshot or --demo
              dry-run    the API server checks and admits each patch, and stores nothing
              namespace  a copy of the workload beside a copy without the change, in namespaces
                         of their own that nothing gets out of and that end with the test; the
                         workload must be annotated with aegis.io/shadow-testing: enabled

            With --apply a change that passed goes into production in stages. A Deployment first \
            gets so many new pods beside all its old ones, a StatefulSet so many of its last \
            ordinals; detection looks at the live objects after each stage, and the change is \
            taken back if there is new trouble, or if the run is interrupted.

            EXAMPLES
              aegis shadow-test deployment/web --set-image web=shop/web:2.1
              aegis shadow-test deployment/web --replicas 5 --runtime dry-run
              aegis shadow-test deployment/web --patch patch.yaml --probe 8080/healthz
              aegis scale-propose -o yaml | aegis shadow-test -f - -o yaml

            EXIT STATUS
              0 passed    2 could not run    3 inconclusive    4 failed
              5 refused: the annotation is missing    64 usage
            """)

    @OptionGroup(title: "Change") var change: ChangeOptions
    @OptionGroup(title: "Test") var test: ShadowOptions
    @OptionGroup(title: "Applying") var apply: ApplyOptions
    @OptionGroup(title: "Cluster") var cluster: ClusterOptions
    @OptionGroup(title: "Settings and state") var state: StateOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: DocumentFormat = .text

    func validate() throws {
        if apply.apply, test.isOffline {
            throw ValidationError("--apply needs a cluster, not a dump")
        }
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        if apply.apply, !apply.yes, isatty(STDIN_FILENO) == 0 || change.filename.contains("-") {
            Diagnostics.error("--apply cannot ask here, so it needs --yes")
            return .refused
        }
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let testing = ShadowTestRun(command: self, settings: settings, environment: environment)
        let tests: [ShadowTest]
        do {
            tests = try await testing.tests(&run)
        } catch let error as ShadowError where error.code == .refused {
            Diagnostics.error("\(error)")
            return .refused
        }
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = ShadowTestRenderer(terminal: terminal)
        try StandardOutput.write(renderer.render(tests, as: format))
        return ExitStatus(tests)
    }
}

/// The formats of documents that come one or a few at a time.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml
}

extension ExitStatus {
    /// What several tests amount to: the worst.
    fileprivate init(_ tests: [ShadowTest]) {
        let verdicts = Set(tests.map(\.verdict.value))
        let isTakenBack = tests.contains {
            $0.rollout?.state.value == RolloutRecord.State.rolledBack.rawValue
        }
        if verdicts.contains(Verdict.failed.rawValue) || isTakenBack {
            self = .refuted
        } else {
            self = verdicts.contains(Verdict.inconclusive.rawValue) ? .partial : .clean
        }
    }
}
