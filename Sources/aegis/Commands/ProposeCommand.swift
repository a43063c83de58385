import ArgumentParser
import ClusterModel
import Glibc
import Scaling

/// `aegis scale-propose [propose]`.
struct ProposeCommand: UnattendedCommand {
    static let recordedName = "scale-propose"
    static let permissions =
        LiveReading.permissions(toRead: Set(Kind.judged)) + ListedUsage.permissions
    static let unattendedArguments = ["-o", "json"]

    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose replicas and sizes from past usage.",
        discussion: """
            Every proposal shows its arithmetic and each guard that changed it, says how far the usage
            it rests on can be relied on, and replays past usage against what is proposed.

            EXAMPLES
              aegis scale-propose -n shop                    everything in a namespace
              aegis scale-propose deploy/web -n shop -o patch
              aegis scale-propose -f dump/ --usage-file usage.ndjson -o kustomize

            EXIT STATUS
              0 done    2 could not run    3 not everything could be read    64 usage
            """)

    @Argument(
        help: ArgumentHelp("Only these workloads.", valueName: "kind/name"),
        completion: Completion.workloads)
    var workloads: [String] = []

    @Option(help: ArgumentHelp("What may be changed.", valueName: "what"))
    var change: ScalingSettings.Change = .both

    @Option(
        help: ArgumentHelp(
            "Whose formula sizes: KRR's by peaks, or the VPA's by decaying histograms.",
            valueName: "name", visibility: .rare))
    var method: ScalingSettings.Method = .krr

    @Option(
        help: ArgumentHelp(
            "The share of the CPU request that replicas are counted for.", valueName: "percent"))
    var targetUtilization = 80

    @Option(
        help: ArgumentHelp(
            "A workload that has so many replicas keeps them.", valueName: "count",
            visibility: .rare))
    var minReplicas = 2

    @Option(
        help: ArgumentHelp(
            "Such as {currency: EUR, cpuCoreHour: 0.031, memoryGiBHour: 0.004}.",
            valueName: "file"),
        completion: .file())
    var prices: String?

    @Option(
        help: ArgumentHelp(
            "How long proposals are good. Default: 7d.", valueName: "duration", visibility: .rare))
    var expiresIn: Seconds?

    @Flag(help: "Keep what is proposed in the queue, in place of what was before.")
    var queue = false

    @Flag(help: "Also show what needs no change.")
    var all = false

    @OptionGroup var engine: EngineOptions
    @OptionGroup var usage: UsageOptions
    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Source") var cluster: ClusterOptions
    @OptionGroup(title: "Source") var scope: ScopeOptions
    @OptionGroup var output: ProposalOutputOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        if scope.fieldSelector != nil {
            throw ValidationError("--field-selector selects pods, and proposals are of workloads")
        }
        for name in workloads where WorkloadName.parse(name) == nil {
            throw ValidationError(
                "\"\(name)\" names no workload; write deployment/NAME, statefulset/NAME or "
                    + "daemonset/NAME")
        }
        guard (1...1000).contains(targetUtilization) else {
            throw ValidationError("--target-utilization must be between 1 and 1000")
        }
        guard (1...1_000_000).contains(minReplicas) else {
            throw ValidationError("--min-replicas must be at least 1")
        }
        if prices?.isEmpty ?? false { throw ValidationError("--prices names no file") }
        if queue, state.noState {
            throw ValidationError("--queue and --no-state exclude each other")
        }
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let terminal = Terminal(STDOUT_FILENO, environment: environment)
        let propose = ProposeRun(command: self, settings: settings, environment: environment)
        guard
            let report = try await propose.report(
                &run, parts: output.format == .html ? 336 : terminal.isInteractive ? 56 : 0)
        else { return .clean }
        let renderer = ProposalRenderer(
            terminal: terminal, noHeaders: output.noHeaders, showsAll: all)
        try StandardOutput.write(renderer.render(report, as: output.format))
        if output.leavesGapsOut { Diagnostics.gaps(report.list.gaps) }
        return report.list.exitStatus
    }
}

extension ScalingSettings.Change: ExpressibleByArgument {}
extension ScalingSettings.Method: ExpressibleByArgument {}
