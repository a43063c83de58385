import ArgumentParser
import ClusterModel
import Detection
import StructuredData

/// One scan, from the chosen source to its report.
struct ScanRun {
    private let command: ScanCommand
    private let settings: Settings
    private let environment: [String: String]

    init(command: ScanCommand, settings: Settings, environment: [String: String]) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    /// The severity from which the run fails; nil for never.
    var failOn: Severity? { command.detection.threshold(settings, environment: environment) }

    /// - Parameter baseline: an earlier report of this cluster, unless the command names one.
    func result(
        _ run: inout RunRecord, against baseline: Baseline? = nil
    ) async throws -> (ScanResult, Sight) {
        try DetectionOptions.check(environment)
        let settings = command.detection.settings(
            self.settings, scope: command.scope, environment: environment)
        // Before anything slow: a baseline that cannot be read should not cost a scan.
        let earlier = try baseline == nil ? earlierReport() : nil
        var options = command.source
        options.filename += command.shards.merge
        let source = Source(
            options: options, cluster: command.cluster, scope: command.scope,
            settings: self.settings, environment: environment,
            areShards: !command.shards.merge.isEmpty)
        let capture = try await source.capture(&run)
        let now = source.moment(of: capture)
        if let path = command.saveSnapshot { try capture.save(to: path, as: now) }
        let view = ClusterView(ClusterIndex(capture.snapshot), now: now, settings: settings)
        let incidents = Detection.incidents(in: view)
        var report = ScanReport(capture, incidents: incidents, now: now)
        let sight = Sight(capture.snapshot, namespaces: source.namespaces, settings)
        let usesState = command.baseline == "state"
        let given = baseline ?? earlier.map { Baseline($0, comparing: capture) }
        try (usesState ? lastRun(of: capture) : given)?.mark(&report, sight)
        run.note(
            report, of: capture.snapshot, sight,
            remembers: capture.origin == .live || usesState)
        var result = ScanResult(
            report: report, failOn: failOn, file: command.source.onlyFile)
        // Only the page draws them.
        if command.output.format == .html {
            result.surroundings = Surroundings(of: incidents, in: view)
        }
        return (result, sight)
    }

    /// Nil before the first run, and where its record is corrupt, which the end of this run mends.
    private func lastRun(of capture: Capture) throws -> Baseline? {
        let directory = StateDirectory(
            command.state, cluster: capture.stateName, environment: environment)
        guard case .content(let history) = try directory.incidents.load() else { return nil }
        return Baseline(history)
    }

    /// Writes incidents into the cluster, which was asked for.
    func record(_ report: ScanReport, _ sight: Sight) async throws {
        let cluster = try LiveCluster(
            command.cluster, command.state, settings: settings, environment: environment)
        defer { cluster.close() }
        let place = command.record.recordNamespace ?? cluster.access.effectiveNamespace
        try await IncidentRecorder(cluster.client, namespace: place)
            .record(report, sight)
    }

    /// The report that is to be compared with, if it is a file.
    func earlierReport() throws -> ScanReport? {
        guard let path = command.baseline, path != "state" else { return nil }
        return try Baseline.report(try InputFile(path: path).contents(), source: path)
    }

    /// For formats that leave them out, what the report rests on goes to standard error.
    func talk(about report: ScanReport, to format: OutputFormat) {
        guard format == .ndjson || format == .name else { return }
        Diagnostics.gaps(report.gaps)
    }
}

/// What a scan comes to: its report, and what some formats need besides.
struct ScanResult {
    let report: ScanReport
    let failOn: Severity?
    let file: String
    var surroundings = Surroundings()

    var incidentReport: IncidentReport {
        IncidentReport(report, failOn: failOn, file: file, surroundings: surroundings)
    }
}
