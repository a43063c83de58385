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
            Of each incident the cause with the facts it rests on, and patches that were
            applied to a copy of what was read and looked at again; a live API server is
            asked by a dry run. Nothing is written to a cluster.

            EXAMPLES
              aegis analyze                          every incident
              aegis analyze deploy/cart -n shop      those that touch one object
              aegis analyze 7f3a                     one incident, by the start of its id
              aegis analyze -f dump/ --logs logs/    with logs that were saved
              aegis analyze -o markdown > report.md

            EXIT STATUS
              0 complete, nothing at or above --fail-on    1 something is
              2 could not run   3 not all was read   4 every fix of one refuted   64 usage
            """)

    /// Not to patch, which its dry runs would need: nobody could grant that for dry runs alone.
    static let permissions =
        LiveReading.permissions(toRead: Set(Kind.listed)) + [LogRequest.permission]
    static let unattendedArguments = ["--fail-on", "never", "-o", "json"]

    @Argument(
        help: ArgumentHelp(
            "deploy/cart, pod web-0, or the start of an incident's id.", valueName: "what"),
        completion: Completion.subjects)
    var what: [String] = []

    @Option(
        help: ArgumentHelp(
            "Saved logs: NAMESPACE_POD_CONTAINER[.previous].log or a cluster-info dump.",
            valueName: "directory"),
        completion: .directory)
    var logs: String?

    @Option(
        help: ArgumentHelp(
            "How many fixes of an incident are tried, and how often a model is asked. Default: 5.",
            valueName: "number", visibility: .rare))
    var maxIterations: Int?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: AnalysisFormat = .text

    @Flag(help: "Leave out headings and the closing line of text output.")
    var noHeaders = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Source") var cluster: ClusterOptions
    @OptionGroup(title: "Source") var scope: ScopeOptions
    @OptionGroup(title: "Detection") var detection: DetectionOptions
    @OptionGroup var state: StateOptions

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
