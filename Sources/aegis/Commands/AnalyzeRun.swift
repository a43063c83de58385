import Analysis
import ClusterModel
import Detection
import KubeClient

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

    /// Nil where only prompts were to be shown, which then have been.
    func report(_ run: inout RunRecord) async throws -> AnalysisReport? {
        try DetectionOptions.check(environment)
        let saved = try command.logs.map { try LogFiles.archive(of: $0) }
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
        let logs =
            if let saved { saved } else { try await fetchLogs(source, capture, chosen, view) }
        let clock = clock(capture)
        let consulting = try Consulting(
            command.engine, settings.agent, environment, view, logs: logs,
            rounds: maxIterations, clock: clock)
        let workflow = Workflow(
            view, incidents: all, logs: logs, maxIterations: maxIterations, clock: clock)
        var analyses = chosen.map(workflow.analyze)
        if command.engine.showPrompt {
            try StandardOutput.write(consulting?.prompts(for: analyses) ?? "")
            return nil
        }
        if let consulting { analyses = try await consulting.ask(about: analyses) }
        for analysis in analyses { run.note(analysis.runs) }
        return AnalysisReport(capture, analyses, now: now)
    }

    private var maxIterations: Int {
        if let given = command.maxIterations { return given }
        return settings.agent.maxIterations > 0 ? settings.agent.maxIterations : 5
    }

    private func fetchLogs(
        _ source: Source, _ capture: Capture, _ incidents: [Incident], _ view: ClusterView
    ) async throws -> LogArchive {
        guard capture.origin == .live, !LiveLogs.streams(of: incidents, in: view).isEmpty else {
            return LogArchive()
        }
        let client = source.live.client(try source.live.access())
        defer { client.close() }
        return await LiveLogs(client: client).archive(for: incidents, in: view)
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
