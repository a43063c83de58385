import ArgumentParser
import ClusterModel
import Detection
import KubeClient
import Shadow
import Telemetry

/// Tests of changes, from where they come from to their verdicts.
struct ShadowTestRun {
    let command: ShadowTestRunCommand
    let settings: Settings
    let environment: [String: String]

    init(
        command: ShadowTestRunCommand, settings: Settings, environment: [String: String]
    ) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    func outcome(_ run: inout RunRecord) async throws -> TestOutcome {
        // Flags have been checked for the runtime that a flag names; this one may be configured.
        if let fault = command.test.fault(of: runtimeName) { throw InputError(message: fault) }
        if command.test.isOffline { return try await offlineOutcome(&run) }
        let cluster = try LiveCluster(
            command.cluster, command.state, settings: settings, environment: environment)
        run.begin(live: cluster.access.displayName)
        defer { cluster.close() }
        let changes = try command.change.changes(
            inNamespace: cluster.namespace, queue: cluster.directory, now: .current)
        let objects = LiveObjects(cluster.client, try await cluster.client.discover())
        var outcome = TestOutcome(cluster.capture, now: .current)
        for change in changes { try await prove(change, objects, cluster, &outcome, &run) }
        try cluster.measure(&run.metrics)
        return outcome
    }

    /// Proves one change, and applies and records it if that is asked for.
    private func prove(
        _ change: ProposedChange, _ objects: LiveObjects, _ cluster: LiveCluster,
        _ outcome: inout TestOutcome, _ run: inout RunRecord
    ) async throws {
        let start = Timestamp.current
        let proved = try await outcome.attempt {
            let runtime = try await runtime(change, objects, cluster)
            return try await test(change, runtime, cluster.capture, &run)
        }
        guard var test = proved else { return }
        if command.apply.apply, test.verdict.value == Verdict.passed.rawValue {
            let applying = ShadowApply(options: command.apply, objects: objects, cluster: cluster)
            test.rollout = try await outcome.attempt {
                RolloutSummary(try await applying.apply(change))
            }
        }
        outcome.tests.append(test)
        guard command.record.record else { return }
        let place = command.record.recordNamespace ?? cluster.access.effectiveNamespace
        _ = try await outcome.attempt {
            try await ShadowRecorder(cluster.client, namespace: place)
                .record(test, of: change, start: start)
        }
    }

    private func offlineOutcome(_ run: inout RunRecord) async throws -> TestOutcome {
        let capture =
            command.test.demo
            ? try DemoSource(filter: ObjectFilter()).capture()
            : try FileSource(paths: command.test.snapshot, filter: ObjectFilter()).capture()
        run.note(capture)
        let directory = StateDirectory(
            command.state, cluster: capture.stateName, environment: environment)
        let changes = try command.change.changes(
            inNamespace: settings.namespace(environment) ?? "default", queue: directory,
            now: command.test.now ?? capture.moment)
        var outcome = TestOutcome(capture, now: command.test.now ?? capture.moment)
        for change in changes {
            let proved = try await outcome.attempt {
                try await test(change, SimulateRuntime(view(of: capture)), capture, &run)
            }
            if let proved { outcome.tests.append(proved) }
        }
        return outcome
    }

    func view(of capture: Capture) -> ClusterView {
        ClusterView(
            ClusterIndex(capture.snapshot), now: command.test.now ?? capture.moment,
            settings: DetectionSettings(settings.scan))
    }

    private func test(
        _ change: ProposedChange, _ runtime: any Runtime, _ capture: Capture,
        _ run: inout RunRecord
    ) async throws -> ShadowTest {
        let start = ContinuousClock.now
        let proof = try await Interruption.catching { try await runtime.prove(change) }
        count(change, proof, (ContinuousClock.now - start) / .seconds(1), &run)
        return ShadowTest(
            change, proof, runtime.name, capture, now: command.test.now ?? capture.moment)
    }

    private func count(
        _ change: ProposedChange, _ proof: Proof, _ seconds: Double, _ run: inout RunRecord
    ) {
        run.metrics.add(
            to: .shadowVerifications, proof.verdict.rawValue, change.fixType.rawValue)
        run.metrics.observe(seconds, in: .shadowVerificationDuration)
    }
}
