import ArgumentParser
import ClusterModel
import HTTP
import KubeClient
import Shadow
import Telemetry

/// Tests of changes, from where they come from to their verdicts.
struct ShadowTestRun {
    private let command: ShadowTestRunCommand
    private let settings: Settings
    private let environment: [String: String]

    init(
        command: ShadowTestRunCommand, settings: Settings, environment: [String: String]
    ) {
        self.command = command
        self.settings = settings
        self.environment = environment
    }

    func tests(_ run: inout RunRecord) async throws -> [ShadowTest] {
        let cluster = try LiveCluster(
            command.cluster, command.state, settings: settings, environment: environment)
        run.begin(live: cluster.access.displayName)
        defer { cluster.close() }
        let changes = try command.change.changes(
            inNamespace: cluster.namespace, queue: cluster.directory.file("proposals.json"),
            now: .current)
        if changes.isEmpty { Diagnostics.note("nothing is proposed") }
        let objects = LiveObjects(cluster.client, try await cluster.client.discover())
        var tests: [ShadowTest] = []
        for change in changes {
            let start = ContinuousClock.now
            let runtime = runtime(objects, cluster)
            let proof = try await Interruption.catching { try await runtime.prove(change) }
            count(change, proof, (ContinuousClock.now - start) / .seconds(1), &run)
            tests.append(ShadowTest(change, proof, runtime.name, cluster))
        }
        try cluster.measure(&run.metrics)
        return tests
    }

    private func count(
        _ change: ProposedChange, _ proof: Proof, _ seconds: Double, _ run: inout RunRecord
    ) {
        run.metrics.add(
            to: .shadowVerifications, proof.verdict.rawValue, change.fixType.rawValue)
        run.metrics.observe(seconds, in: .shadowVerificationDuration)
    }

    private func runtime(_ objects: LiveObjects, _ cluster: LiveCluster) -> any Runtime {
        switch command.test.runtime ?? .namespace {
        case .dryRun: return DryRunRuntime(objects)
        case .namespace, .simulate, .vcluster:
            var options = NamespaceRuntime.Options()
            if let timeout = command.test.timeout { options.timeout = timeout.count }
            if let settle = command.test.settle { options.settle = settle.count }
            options.replicas = command.test.shadowReplicas
            options.keepsFailed = command.test.keepOnFailure
            options.probes = command.test.probe
            let now = Timestamp.current
            let shadow = ShadowEnvironment(
                id: ShadowEnvironment.randomID(), runtime: .namespace, startedAt: now,
                // What the walls need to be made and taken away, besides.
                expiresAt: now.adding(seconds: options.timeout + 600))
            return NamespaceRuntime(
                objects, shadow, options: options, ledger: StateLedger(directory: cluster.directory)
            )
        }
    }
}

extension ShadowTest {
    init(
        _ change: ProposedChange, _ proof: Proof, _ runtime: RuntimeName, _ cluster: LiveCluster
    ) {
        let capture = Capture(
            origin: .live, snapshot: Snapshot(), cluster: cluster.access.displayName,
            context: cluster.access.contextName, moment: .current)
        metadata = DocumentMetadata(capture, now: capture.moment)
        self.change = ChangeSummary(change)
        self.runtime.value = runtime.rawValue
        verdict.value = proof.verdict.rawValue
        checks.value = proof.checks.map(ShadowCheckRecord.init)
        guard let shadow = proof.environment else { return }
        environment.id = shadow.id
        environment.namespaces = shadow.namespaces
        environment.kept.value = proof.isKept
        if proof.isKept { environment.expiresAt = shadow.expiresAt }
    }
}
