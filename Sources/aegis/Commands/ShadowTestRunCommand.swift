import ArgumentParser
import ClusterModel
import Glibc
import Shadow

/// `aegis shadow-test run`: put changes to the test.
struct ShadowTestRunCommand: PermittedCommand {
    static let recordedName = "shadow-test"
    /// Of the runtimes that stay in the cluster, without --apply and --record.
    static let permissions =
        LiveReading.permissions(toRead: Set(Kind.judged)) + ShadowRights.production
        + ShadowRights.shadows

    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Put a change to the test: passed, failed or inconclusive, with the proof.",
        discussion: """
            Namespaces made for a test end with it; only --apply changes what is there, in stages.

            RUNTIMES
              simulate   arithmetic on what was read; the default for a dump and the demo
              dry-run    the API server checks each patch and stores nothing
              namespace  a copy of an annotated workload beside one without the change; the default
              vcluster   the same within a virtual cluster, by the vcluster program

            EXAMPLES
              aegis shadow-test deployment/web --set-image web=shop/web:2.1
              aegis shadow-test deployment/web --patch patch.yaml --probe 8080/healthz
              aegis scale-propose -o yaml | aegis shadow-test -f - -o yaml

            EXIT STATUS
              0 passed    2 could not run    3 inconclusive    4 failed    5 refused    64 usage
            """)

    @OptionGroup(title: "Change") var change: ChangeOptions
    @OptionGroup(title: "Test") var test: ShadowOptions
    @OptionGroup(title: "Test") var apply: ApplyOptions
    @OptionGroup(title: "Record", visibility: .rare) var record: RecordOptions
    @OptionGroup var cluster: ClusterOptions
    @OptionGroup var state: StateOptions

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
