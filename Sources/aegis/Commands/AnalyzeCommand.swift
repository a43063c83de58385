import Analysis
import ArgumentParser
import ClusterModel
import Glibc
import KubeClient

/// `aegis analyze`: why it is broken, and what mends it.
struct AnalyzeCommand: UnattendedCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Explain incidents, and offer fixes that were tried on the snapshot.",
        discussion: """
            Three agents work on each incident: rca_agent names the cause and the facts it
            rests on, solution_agent writes patches, verifier_agent applies them to a copy
            of what was read, plays the rollout and looks again; a live API server is
            asked by a dry run. What is refuted is reported as refuted. Nothing is
            written to a cluster.

            EXAMPLES
              aegis analyze                          every incident
              aegis analyze deploy/cart -n shop      those that touch one object
              aegis analyze 7f3a                     one incident, by the start of its id
              aegis analyze -f dump/ --logs logs/    with logs that were saved
              aegis analyze -o markdown > report.md

            EXIT STATUS
              0 complete, no incident at or above --fail-on    1 there are incidents
              2 could not run    3 not everything could be read, else nothing
              4 as 1, and every fix of one of them was refuted    64 usage
            """)

    /// Not to patch, which its dry runs would need: nobody could grant that for dry runs alone.
    static let permissions =
        LiveReading.permissions(toRead: Set(Kind.listed)) + [LogRequest.permission]
    static let unattendedArguments = ["--fail-on", "never", "-o", "json"]

    @Argument(
        help: ArgumentHelp(
            "An object as kubectl names it (deploy/cart, or pod web-0), or the start of an "
                + "incident's id. Default: all incidents.", valueName: "what"),
        completion: Completion.incidents)
    var what: [String] = []

    @Option(
        help: ArgumentHelp(
            "Logs of containers: <namespace>_<pod>_<container>.log, with .previous.log for the run "
                + "before, or a folder of 'kubectl cluster-info dump'. Default for a live cluster: "
                + "the logs that may tell are fetched.",
            valueName: "directory"),
        completion: .directory)
    var logs: String?

    @Option(
        help: ArgumentHelp(
            "How many fixes of an incident are tried, and how often a model is asked. Default: 5.",
            valueName: "number"))
    var maxIterations: Int?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: AnalysisFormat = .text

    @Flag(help: "Leave out headings and the closing line of text output.")
    var noHeaders = false

    @OptionGroup(title: "Engine") var engine: EngineOptions
    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Cluster") var cluster: ClusterOptions
    @OptionGroup(title: "Scope") var scope: ScopeOptions
    @OptionGroup(title: "Detection") var detection: DetectionOptions
    @OptionGroup(title: "Settings and state") var state: StateOptions

    func validate() throws {
        if let maxIterations, maxIterations < 1 {
            throw ValidationError("--max-iterations is at least 1")
        }
        if logs?.isEmpty ?? false { throw ValidationError("--logs names no directory") }
        _ = try Subject(what)
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let analysis = AnalyzeRun(command: self, settings: settings, environment: environment)
        guard let result = try await analysis.result(&run) else { return .clean }
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let renderer = AnalysisRenderer(terminal: terminal, noHeaders: noHeaders)
        try StandardOutput.write(renderer.render(result, as: format))
        if noHeaders, format == .text { Diagnostics.gaps(result.report.gaps) }
        return result.report.exitStatus(failOn: analysis.failOn)
    }
}

/// The formats an analysis can be written in.
enum AnalysisFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, junit, sarif, markdown, html
}
