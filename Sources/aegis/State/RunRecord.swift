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
    private(set) var cluster: String?
    private(set) var isLive = false
    var metrics = MetricSet()
    /// What the run found, if it looked for incidents.
    private(set) var found: (report: ScanReport, sight: Sight)?
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
                to: .incidentsDetected, incident.severity, resource.kind,
                resource.namespace.printable)
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
            [$0.severity, $0.category, $0.resource.namespace.printable]
        }
        for (key, same) in kinds.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            metrics.set(.incidents, key[0], key[1], key[2], to: Double(same.count))
        }
    }

    /// Does the work of a run and keeps what is to be remembered of it, also if it fails.
    static func of<Outcome>(
        _ command: String, _ state: StateOptions,
        work: (inout RunRecord) async throws -> (Outcome, ExitStatus)
    ) async throws -> Outcome {
        var record = RunRecord(command: command)
        let outcome: Outcome
        let status: ExitStatus
        do {
            (outcome, status) = try await work(&record)
        } catch {
            record.end(.failed)
            record.save(state, environment: Environment.current)
            throw error
        }
        record.end(status)
        record.save(state, environment: Environment.current)
        return outcome
    }

    mutating func end(_ status: ExitStatus) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        metrics.add(to: .runs, command, "\(status)")
        metrics.set(.runDuration, command, to: seconds)
        metrics.set(.lastRun, command, to: Double(Timestamp.current.seconds))
    }
}
