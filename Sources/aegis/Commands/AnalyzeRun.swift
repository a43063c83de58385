import Analysis
import ClusterModel
import Detection

/// One analysis, from the chosen source to its report.
struct AnalyzeRun {
    private let command: AnalyzeCommand
    private let settings: Settings
    private let environment: [String: String]

    init(command: AnalyzeCommand, settings: Settings, environment: [String: String]) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    /// The severity from which the run fails; nil for never.
    var failOn: Severity? { command.detection.threshold(settings, environment: environment) }

    func report(_ run: inout RunRecord) async throws -> AnalysisReport {
        try DetectionOptions.check(environment)
        let logs = try command.logs.map { try LogFiles.archive(of: $0) } ?? LogArchive()
        let source = Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: settings, environment: environment)
        let capture = try await source.capture(&run)
        let now = source.moment(of: capture)
        let view = ClusterView(
            ClusterIndex(capture.snapshot), now: now,
            settings: command.detection.settings(
                settings, scope: command.scope, environment: environment))
        let all = Detection.incidents(in: view)
        let chosen = try Subject(command.what).choose(from: all, in: view.index)
        let workflow = Workflow(
            view, incidents: all, logs: logs, maxIterations: command.maxIterations,
            clock: clock(capture))
        return AnalysisReport(capture, chosen.map(workflow.analyze), now: now)
    }

    /// Where the moment is fixed so is time: the same dump gives the same bytes. What agents take
    /// is measured on live runs.
    private func clock(_ capture: Capture) -> @Sendable () -> Double {
        guard capture.origin == .live, command.source.now == nil else { return { 0 } }
        let start = ContinuousClock.now
        return {
            let parts = (ContinuousClock.now - start).components
            return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        }
    }
}
