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
    func result(_ run: inout RunRecord) async throws -> AnalysisResult? {
        try DetectionOptions.check(environment)
        let saved = try command.logs.map { try LogFiles.archive(of: $0) }
        let source = Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: settings, environment: environment, kinds: Set(Kind.listed))
        let capture = try await source.capture(&run)
        let now = source.moment(of: capture)
        let view = ClusterView(
            ClusterIndex(capture.snapshot), now: now,
            settings: command.detection.settings(
                settings, scope: command.scope, environment: environment))
        let all = Detection.incidents(in: view)
        let chosen = try Subject(command.what).choose(from: all, in: view.index)
        let clock = clock(capture)
        let live = capture.origin == .live ? source.live : nil
        let logs = await logs(saved, of: chosen, in: view, live)
        let workflow = Workflow(
            view, incidents: all, logs: logs, maxIterations: maxIterations, clock: clock)
        let consulting = try Consulting(
            command.engine, settings.agent, environment, view, logs: logs,
            rounds: maxIterations)
        let server = live.flatMap { ServerTrial(source: $0) }
        defer { server?.close() }
        var analyses = await analyze(chosen, by: workflow, server)
        if command.engine.showPrompt {
            try StandardOutput.write(consulting?.prompts(for: analyses) ?? "")
            return nil
        }
        if let consulting { analyses = try await consulting.ask(about: analyses) }
        for analysis in analyses { run.note(analysis.runs) }
        var result = AnalysisResult(
            report: AnalysisReport(capture, analyses, now: now), failOn: failOn,
            file: command.source.onlyFile)
        // Only the page draws them.
        if command.format == .html { result.surroundings = Surroundings(of: chosen, in: view) }
        return result
    }

    private var maxIterations: Int {
        if let given = command.maxIterations { return given }
        return settings.agent.maxIterations > 0 ? settings.agent.maxIterations : 5
    }

    private func analyze(
        _ incidents: [Incident], by workflow: Workflow, _ server: ServerTrial?
    ) async -> [IncidentAnalysis] {
        let progress = ProgressLine(environment: environment)
        defer { progress.clear() }
        var analyses: [IncidentAnalysis] = []
        for (i, incident) in incidents.enumerated() {
            progress.show(
                "analyzing \(i + 1)/\(incidents.count): \(incident.rule.category.rawValue) "
                    + "\(incident.resource)")
            analyses.append(await analyze(incident, by: workflow, server))
        }
        return analyses
    }

    /// The first fix that holds on the snapshot is shown to the API server; if that refuses it, the
    /// next one's turn comes.
    private func analyze(
        _ incident: Incident, by workflow: Workflow, _ server: ServerTrial?
    ) async -> IncidentAnalysis {
        var refusals: [String: String] = [:]
        while true {
            let analysis = workflow.analyze(incident, refusals: refusals)
            guard let server, let fix = analysis.fixes.first, fix.standing == .verified,
                refusals.count < maxIterations, let check = await server.check(fix)
            else { return analysis }
            guard check.status == .failed else { return analysis.adding(check) }
            refusals[fix.title] = check.message
        }
    }

    /// Saved logs are taken as they are; of a live cluster those that may tell are fetched.
    private func logs(
        _ saved: LogArchive?, of incidents: [Incident], in view: ClusterView, _ live: LiveSource?
    ) async -> LogArchive {
        if let saved { return saved }
        guard let live else { return LogArchive() }
        return await LiveLogs(source: live).archive(
            of: LogArchive.wishes(for: incidents, in: view))
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

/// What an analysis comes to: its report, and what some formats need besides.
struct AnalysisResult {
    let report: AnalysisReport
    let failOn: Severity?
    let file: String
    var surroundings = Surroundings()

    var incidentReport: IncidentReport {
        IncidentReport(report, failOn: failOn, file: file, surroundings: surroundings)
    }
}
