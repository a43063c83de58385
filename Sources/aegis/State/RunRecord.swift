import Analysis
import ClusterModel
import Detection
import StructuredData
import Telemetry

/// What one run of a subcommand leaves behind in the state of the cluster it was about.
struct RunRecord {
    private let command: String
    private let start = ContinuousClock.now
    /// Nil until it is known which cluster the run is about: before that nothing is recorded.
    private var cluster: String?
    private var isLive = false
    var metrics = MetricSet()
    /// What the run found, if it looked for incidents.
    private var found: (report: ScanReport, sight: Sight)?
    /// False for a look at what another run left.
    var isRecorded = true

    init(command: String) { self.command = command }

    /// Notes which cluster the run is going to read: also one that fails is about that cluster.
    mutating func begin(live cluster: String) {
        self.cluster = cluster
        isLive = true
    }

    /// Notes how much of the cluster the run could read.
    mutating func note(_ capture: Capture) {
        cluster = capture.stateName
        let coverage = capture.snapshot.coverageByName.map(CoverageRecord.init)
        metrics.set(.coverageComplete, command, to: coverage.contains(where: \.isGap) ? 0 : 1)
    }

    /// Notes what the run found.
    /// - Parameter remembers: whether the history of incidents takes it in.
    mutating func note(
        _ report: ScanReport, of snapshot: Snapshot, _ sight: Sight, remembers: Bool
    ) {
        for incident in report.present {
            let resource = incident.resource
            metrics.add(
                to: .incidentsDetected, incident.severity, resource.kind, resource.namespace)
        }
        // Gauges speak of the whole cluster.
        if sight.isWhole {
            measure(report)
            note(Probes(snapshot))
        }
        if remembers { found = (report, sight) }
    }

    /// Notes the counts of a whole cluster.
    mutating func note(_ probes: Probes) {
        for (name, value) in probes.values {
            if let value { metrics.set(.probe, name, to: Double(value)) }
        }
    }

    /// Notes what the agents did for one incident.
    mutating func note(_ agents: [AgentRun]) {
        for agent in agents {
            metrics.add(
                Double(agent.iterations), to: .agentIterations, agent.name.rawValue,
                agent.status.rawValue)
            metrics.observe(agent.seconds, in: .analysisDuration, agent.name.rawValue)
        }
    }

    private mutating func measure(_ report: ScanReport) {
        metrics.replace(.objectsRead)
        for entry in report.summary.objects.counts where entry.count > 0 {
            metrics.set(.objectsRead, entry.resource, to: Double(entry.count))
        }
        metrics.replace(.incidents)
        let kinds = Dictionary(grouping: report.present) {
            [$0.severity, $0.category, $0.resource.namespace]
        }
        for (key, same) in kinds.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            metrics.set(.incidents, key[0], key[1], key[2], to: Double(same.count))
        }
    }

    mutating func end(_ status: ExitStatus) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        metrics.add(to: .runs, command, "\(status)")
        metrics.set(.runDuration, command, to: seconds)
        metrics.set(.lastRun, command, to: Double(Timestamp.current.seconds))
    }
}

extension RunRecord {
    /// State is a convenience: a run whose state cannot be kept has still done its work.
    func save(_ options: StateOptions, environment: [String: String]) {
        guard isRecorded, let cluster else { return }
        let directory = StateDirectory(options, cluster: cluster, environment: environment)
        guard directory.path != nil else { return }
        do {
            try directory.locked {
                var run = metrics
                try remember(in: directory, &run)
                try count(run, cluster, in: directory)
            }
            Diagnostics.info("recorded in \(directory.path ?? "")")
        } catch {
            // Whoever looks at a dump where nothing can be written asked for nothing to be.
            guard isLive || options.stateDir != nil else { return }
            Diagnostics.warning("the run is not remembered: \(error); --no-state forgoes it")
        }
    }

    private func remember(in directory: StateDirectory, _ run: inout MetricSet) throws {
        guard let found else { return }
        let file = directory.incidents
        var history = try file.take(&run) ?? IncidentHistory()
        let changes = history.update(found.report, found.sight)
        for incident in changes.opened { run.add(to: .incidentsOpened, incident.severity) }
        for incident in changes.resolved { run.add(to: .incidentsResolved, incident.severity) }
        try file.save(history)
    }

    private func count(
        _ run: MetricSet, _ cluster: String, in directory: StateDirectory
    ) throws {
        let file = directory.metrics
        var run = run
        var state = try file.take(&run) ?? MetricState()
        let capped = state.metrics.cappedFamilies
        state.cluster = cluster
        state.metrics.merge(run)
        try file.save(state)
        for name in state.metrics.cappedFamilies where !capped.contains(name) {
            Diagnostics.warning(
                "\(name) has \(MetricSet.seriesLimit) series; more count as "
                    + "\"\(MetricSet.overflowValue)\"")
        }
    }
}

extension MetricSet {
    fileprivate var cappedFamilies: [String] {
        let capped = families[MetricFamily.seriesCapped.name]?.series ?? []
        return capped.compactMap { $0.labels["metric"] }.sorted()
    }
}

extension StateDirectory {
    var metrics: StateFile<MetricState> {
        StateFile(directory: self, name: "metrics.json", kind: "MetricState")
    }

    var incidents: StateFile<IncidentHistory> {
        StateFile(directory: self, name: "incidents.json", kind: IncidentHistory.kindName)
    }
}
