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
            Namespaces made for a test end with it; nothing gets out of them, and Secrets are \
            copied within the cluster. With --apply a change that passed goes into production in \
            stages: a Deployment gets so many new pods beside all its old ones, a StatefulSet so \
            many from its end; detection looks at the live objects after each stage, and the \
            change is taken back if there is new trouble, or if the run is interrupted.

            RUNTIMES
              simulate   arithmetic on what was read; the default for a dump
              dry-run    the API server checks each patch and stores nothing
              namespace  a copy of an annotated workload beside one without the change
              vcluster   the same within a virtual cluster, by the vcluster program

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
    @OptionGroup(title: "Record") var record: RecordOptions
    @OptionGroup(title: "Cluster") var cluster: ClusterOptions
    @OptionGroup(title: "Settings and state") var state: StateOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: ShadowTestFormat = .text

    func validate() throws {
        if apply.apply, test.isOffline {
            throw ValidationError("--apply needs a cluster, not a dump")
        }
        if record.record, test.isOffline {
            throw ValidationError("--record writes into the cluster of the test, not into a dump")
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
        let outcome = try await testing.outcome(&run)
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = ShadowTestRenderer(
            terminal: terminal, file: InputFile.only(of: test.snapshot))
        try StandardOutput.write(renderer.render(outcome, as: format))
        for obstacle in outcome.obstacles { Diagnostics.error("\(obstacle)") }
        return outcome.status
    }
}

/// The formats tests can be written in.
enum ShadowTestFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, junit, sarif, markdown, html
}
