import ClusterModel
import Detection
import HTTP
import Integrations
import Telemetry

/// One run of `metrics`: from the state, and the cluster if asked, to where they go.
struct MetricsRun {
    private let command: MetricsCommand
    private let settings: Settings
    private let environment: [String: String]

    init(command: MetricsCommand, settings: Settings, environment: [String: String]) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    /// The metrics of each cluster that was asked for.
    func collect(_ run: inout RunRecord) async throws -> ([MetricState], ExitStatus) {
        if command.live { return try await look(&run) }
        run.isRecorded = false
        if command.allClusters { return (try everyState(), .clean) }
        if !command.source.filename.isEmpty {
            return ([try state(of: try await source.capture(&run).stateName)], .clean)
        }
        if command.source.demo { return ([try state(of: "demo")], .clean) }
        return ([try currentState()], .clean)
    }

    /// Reads the cluster as `scan` does, so that all gauges are of now.
    private func look(_ run: inout RunRecord) async throws -> ([MetricState], ExitStatus) {
        try DetectionOptions.check(environment)
        let detection = DetectionSettings(
            settings, scope: command.scope, environment: environment)
        let capture = try await source.capture(&run)
        let now = source.moment(of: capture)
        let view = ClusterView(ClusterIndex(capture.snapshot), now: now, settings: detection)
        let report = ScanReport(capture, incidents: Detection.incidents(in: view), now: now)
        let sight = Sight(capture.snapshot, namespaces: source.namespaces, detection)
        run.note(report, of: capture.snapshot, sight, remembers: capture.origin == .live)
        let status: ExitStatus = report.gaps.isEmpty ? .clean : .partial
        Diagnostics.gaps(report.gaps)
        // What is printed has this run in it.
        run.end(status)
        run.save(command.state, environment: environment)
        run.isRecorded = false
        guard !command.state.noState else {
            var state = MetricState()
            state.cluster = capture.stateName
            state.metrics = run.metrics
            return ([state], status)
        }
        return ([try state(of: capture.stateName)], status)
    }

    private var source: Source {
        Source(
            options: command.source, cluster: command.cluster, scope: command.scope,
            settings: settings, environment: environment)
    }

    // MARK: State

    private func state(of cluster: String) throws -> MetricState {
        let directory = StateDirectory(command.state, cluster: cluster, environment: environment)
        if let state = try read(directory) { return state }
        Diagnostics.note("no run is remembered of cluster \"\(cluster)\"")
        var state = MetricState()
        state.cluster = cluster
        return state
    }

    private func everyState() throws -> [MetricState] {
        try StateDirectory.all(command.state, environment: environment).compactMap(read)
    }

    /// Of the kubeconfig's cluster; without a kubeconfig, of the only one there is.
    private func currentState() throws -> MetricState {
        let access: String
        do {
            access = try source.live.access().displayName
        } catch {
            let known = try everyState()
            guard let only = known.first else { throw error }
            guard known.count == 1 else {
                let names = known.map(\.cluster).joined(separator: ", ")
                throw InputError(
                    message: "the state has the clusters \(names): name one by --context, "
                        + "--demo or --filename, or print --all-clusters (\(error))")
            }
            return only
        }
        return try state(of: access)
    }

    private func read(_ directory: StateDirectory) throws -> MetricState? {
        switch try directory.metrics.load() {
        case .absent: return nil
        case .content(let state): return state
        case .corrupt(let error): throw error
        }
    }

    // MARK: Where they go

    /// All in one, told apart by a label where there may be several.
    func joined(_ states: [MetricState]) -> MetricSet {
        MetricSet(
            states.flatMap { state in
                var labels = labels
                if command.allClusters { labels["cluster"] = state.cluster }
                return state.metrics.labelled(labels).sorted
            })
    }

    private var labels: [String: String] {
        command.label.reduce(into: [:]) { $0[$1.name] = $1.value }
    }

    func write(_ states: [MetricState], to path: String) throws {
        if !path.hasSuffix(".prom") {
            Diagnostics.note("node_exporter reads only files whose names end in .prom")
        }
        let text = Exposition.text.write(joined(states))
        try AtomicFile.write(path, mode: 0o644) { write in try write(Array(text.utf8)) }
    }

    func push(_ states: [MetricState], to url: String) async throws {
        let client = ResilientClient(HTTPClient(ClientConfiguration()))
        defer { client.close() }
        let gateway = Pushgateway(url: url, client: client)
        let timeout = command.cluster.requestTimeout?.count ?? 30
        for state in states {
            try await gateway.push(
                Exposition.text.write(state.metrics.labelled(labels)),
                contentType: Exposition.text.contentType, group: group(of: state),
                deadline: .seconds(timeout))
        }
    }

    private func group(of state: MetricState) -> Pushgateway.Group {
        var grouping = command.push.grouping.map { (name: $0.name, value: $0.value) }
        if !grouping.contains(where: { $0.name == "cluster" }) {
            grouping.insert(("cluster", state.cluster), at: 0)
        }
        return Pushgateway.Group(job: command.push.job, labels: grouping)
    }
}
