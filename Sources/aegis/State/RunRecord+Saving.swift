import ClusterModel
import Telemetry

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
