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
    var failOn: Severity? {
        let text = environment.nonEmpty("AEGIS_FAIL_ON") ?? settings.scan.failOn
        return (command.detection.failOn ?? FailOn(argument: text) ?? .severity(.high)).threshold
    }

    func report(_ run: inout RunRecord) async throws -> ScanReport {
        try checkEnvironment()
        let settings = try detectionSettings()
        let baseline = try loadBaseline()
        let source = Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: self.settings, environment: environment)
        let capture = try await source.capture(&run)
        let now = source.moment(of: capture)
        if let path = command.saveSnapshot { try save(capture, now, path) }
        let view = ClusterView(ClusterIndex(capture.snapshot), now: now, settings: settings)
        var report = ScanReport(capture, incidents: Detection.incidents(in: view), now: now)
        let sight = Sight(capture.snapshot, namespaces: source.namespaces, settings)
        let usesState = command.baseline == "state"
        try (usesState ? lastRun(of: capture) : baseline)?.mark(&report, sight)
        run.note(
            report, of: capture.snapshot, sight,
            remembers: capture.origin == .live || usesState)
        return report
    }

    /// Nil before the first run, and where its record is corrupt, which the end of this run mends.
    private func lastRun(of capture: Capture) throws -> Baseline? {
        let directory = StateDirectory(
            command.state, cluster: capture.stateName, environment: environment)
        guard case .content(let history) = try directory.incidents.load() else { return nil }
        return Baseline(history)
    }

    /// What is misspelt would silently change what is reported.
    private func checkEnvironment() throws {
        if let text = environment.nonEmpty("AEGIS_FAIL_ON"), FailOn(argument: text) == nil {
            throw InputError.noSeverity(text, in: "AEGIS_FAIL_ON")
        }
        if let text = environment.nonEmpty("AEGIS_LEVEL"), Severity(rawValue: text) == nil {
            throw InputError.noSeverity(text, in: "AEGIS_LEVEL")
        }
    }

    /// Before anything slow: a baseline that cannot be read should not cost a scan.
    private func loadBaseline() throws -> Baseline? {
        guard let path = command.baseline, path != "state" else { return nil }
        return try Baseline(try InputFile(path: path).contents(), source: path)
    }

    private func detectionSettings() throws -> DetectionSettings {
        var result = DetectionSettings(settings.scan)
        let options = command.detection
        if let level = options.level ?? environment["AEGIS_LEVEL"].flatMap(Severity.init(rawValue:))
        {
            result.level = level
        }
        if let since = options.since { result.window = since.count }
        if let grace = options.grace { result.grace = grace.count }
        result.disabledRules.formUnion(options.disable)
        result.optIn = options.optIn
        result.labelSelector = command.scope.selector
        result.fieldSelector = command.scope.fieldSelector
        return result
    }

    private func save(_ capture: Capture, _ now: Timestamp, _ path: String) throws {
        var info = SnapshotInfo()
        info.capturedAt = now
        info.cluster = capture.cluster
        info.context = capture.context
        let format: DocumentWriter.Format =
            path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? .yaml : .json
        try AtomicFile.write(path, mode: 0o600) { write in
            try capture.snapshot.write(info, format: format, drain: write)
        }
    }

    /// For formats that leave them out, what the report rests on goes to standard error.
    func talk(about report: ScanReport, to format: OutputFormat) {
        guard format == .ndjson || format == .name else { return }
        for gap in report.gaps {
            Diagnostics.warning("not seen: \(gap.resource) (\(gap.state)): \(gap.reason)")
        }
    }
}

extension DetectionSettings {
    /// From the configuration file, which has been checked.
    init(_ settings: ScanSettings) {
        self.init()
        level = Severity(rawValue: settings.level) ?? level
        for (name, rule) in settings.rules {
            if rule.disabled { disabledRules.insert(name) }
            if let severity = Severity(rawValue: rule.severity) { severities[name] = severity }
        }
        exclusions = settings.exclude.map { entry in
            var exclusion = Exclusion()
            exclusion.namespace = entry.namespace
            exclusion.name = entry.name
            exclusion.labels = entry.labels
            exclusion.rule = entry.rule
            return exclusion
        }
    }
}
