import ArgumentParser
import ClusterModel
import Telemetry

/// `aegis metrics`: what all runs came to, for Prometheus.
struct MetricsCommand: UnattendedCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Print the metrics of all runs so far, for Prometheus.",
        discussion: """
            Counters outlive the runs: they are kept in the state of each cluster.

            EXAMPLES
              aegis metrics                          of the current context's cluster
              aegis metrics --live                   after a look at it
              aegis metrics --textfile /var/lib/node_exporter/aegis.prom
              aegis metrics --push http://gateway:9091 --grouping cluster=prod

            EXIT STATUS
              0 done    2 could not read, write or push
              3 not everything could be read (--live)    64 usage
            """)

    static let permissions = LiveReading.permissions(toRead: Set(Kind.judged))
    static let unattendedArguments = ["--live"]

    @Flag(help: "Read the cluster first, so that gauges are of now.")
    var live = false

    @Flag(help: "Of all clusters in the state, each under its label \"cluster\".")
    var allClusters = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("The exposition format.", valueName: "format"))
    var format: Exposition = .text

    @Option(
        help: ArgumentHelp(
            "Write this file, whole or not at all, for node_exporter's textfile collector.",
            valueName: "file"),
        completion: .file())
    var textfile: String?

    @Option(
        help: ArgumentHelp(
            "A label for every series (repeatable).", valueName: "name=value", visibility: .rare))
    var label: [LabelArgument] = []

    @OptionGroup(title: "Push") var push: PushOptions
    @OptionGroup(title: "Source") var source: SourceOptions
    @OptionGroup(title: "Source") var cluster: ClusterOptions
    @OptionGroup(title: "Source") var scope: ScopeOptions
    @OptionGroup var state: StateOptions

    func validate() throws {
        if textfile?.isEmpty ?? false { throw ValidationError("--textfile names no file") }
        if textfile != nil || push.push != nil, format != .text {
            throw ValidationError("node_exporter and the Pushgateway read the text format alone")
        }
        if allClusters, live || source.demo || !source.filename.isEmpty {
            throw ValidationError("--all-clusters looks at the state alone")
        }
        if allClusters, label.contains(where: { $0.name == "cluster" }) {
            throw ValidationError("--all-clusters gives the label \"cluster\" itself")
        }
        if !live, scope.isGiven || source.now != nil {
            throw ValidationError("a namespace, a selector and --now go with --live")
        }
        if state.noState, !live {
            throw ValidationError("without state there are only the metrics of --live")
        }
    }

    func perform(_ run: inout RunRecord) async throws -> ExitStatus {
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let metrics = MetricsRun(command: self, settings: settings, environment: environment)
        let (sets, status) = try await metrics.collect(&run)
        if let textfile { try metrics.write(sets, to: textfile) }
        if let url = push.push { try await metrics.push(sets, to: url) }
        if textfile == nil, push.push == nil {
            try StandardOutput.write(format.write(metrics.joined(sets)))
        }
        return status
    }
}

extension Exposition: ExpressibleByArgument {}
