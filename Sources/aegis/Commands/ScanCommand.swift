import ArgumentParser
import ClusterModel
import Detection
import Glibc

/// `aegis scan`: what is broken.
struct ScanCommand: UnattendedCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "List what is broken, the worst first, with the proof.",
        discussion: """
            EXAMPLES
              aegis scan                             everything in the current context
              aegis scan -n shop --fail-on medium    one namespace, stricter
              aegis scan -f dump/ -o json            a dump, for a script
              aegis scan -o html > report.html       for a browser; or junit, sarif, markdown
              kubectl get pods,events -A -o json | aegis scan -f -

            EXIT STATUS
              0 complete, nothing at or above --fail-on    1 something is
              2 could not run    3 not everything could be read, else nothing    64 usage
            """)

    static let permissions = LiveReading.permissions(toRead: Set(Kind.judged))
    /// A Job fails if it could not look, not for what it saw: that would be an incident of its own.
    static let unattendedArguments = ["--fail-on", "never", "-o", "ndjson"]

    @Flag(help: "List the rules and end.")
    var listRules = false

    @Option(
        help: ArgumentHelp(
            "Mark new, worsened and resolved incidents against this report ('-o json'), or "
                + "against 'state', the last run's.",
            valueName: "file"),
        completion: .file())
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Write what was read, without values of Secrets, for a later -f.", valueName: "file"),
        completion: .file())
    var saveSnapshot: String?

    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Cluster") var cluster: ClusterOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Detection") var detection: DetectionOptions
    @OptionGroup(title: "Output") var output: OutputOptions
    @OptionGroup(title: "Record") var record: RecordOptions
    @OptionGroup(title: "Settings and state") var state: StateOptions

    func validate() throws {
        if listRules, output.format != .text {
            throw ValidationError("--list-rules is text; 'aegis explain -o json' has the rules")
        }
        if record.record, source.demo || !source.filename.isEmpty {
            throw ValidationError("--record writes into the cluster that was scanned")
        }
        let files = ["baseline": baseline, "save-snapshot": saveSnapshot]
        for (name, path) in files.sorted(by: { $0.key < $1.key }) where path?.isEmpty ?? false {
            throw ValidationError("--\(name) names no file")
        }
        if baseline == "state", state.noState {
            throw ValidationError("--baseline state and --no-state exclude each other")
        }
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        if listRules {
            run.isRecorded = false
            try StandardOutput.write(RuleList.text(noHeaders: output.noHeaders))
            return .clean
        }
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let scan = ScanRun(command: self, settings: settings, environment: environment)
        let result = try await scan.result(&run)
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = ReportRenderer(terminal: terminal, noHeaders: output.noHeaders)
        try StandardOutput.write(renderer.render(result, as: output.format))
        if record.record { try await scan.record(result) }
        scan.talk(about: result.report, to: output.format)
        return result.report.exitStatus(failOn: scan.failOn)
    }
}
