import ArgumentParser
import ClusterModel
import Detection
import Integrations
import KubeClient
import Shadow
import Telemetry

/// What came of all changes: one that cannot be tried does not keep the others from it.
struct TestOutcome {
    private(set) var tests: [ShadowTest] = []
    private(set) var obstacles: [ShadowError] = []

    mutating func collect(_ test: () async throws -> ShadowTest) async throws {
        do {
            tests.append(try await test())
        } catch let error as ShadowError {
            obstacles.append(error)
        }
    }

    /// The worst of all.
    var status: ExitStatus {
        let verdicts = Set(tests.map(\.verdict.value))
        let isTakenBack = tests.contains {
            $0.rollout?.state.value == RolloutRecord.State.rolledBack.rawValue
        }
        if verdicts.contains(Verdict.failed.rawValue) || isTakenBack { return .refuted }
        if obstacles.contains(where: { $0.code == .refused }) { return .refused }
        if !obstacles.isEmpty { return .failed }
        return verdicts.contains(Verdict.inconclusive.rawValue) ? .partial : .clean
    }
}

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

    func outcome(_ run: inout RunRecord) async throws -> TestOutcome {
        if command.test.isOffline { return try await offlineOutcome(&run) }
        let cluster = try LiveCluster(
            command.cluster, command.state, settings: settings, environment: environment)
        run.begin(live: cluster.access.displayName)
        defer { cluster.close() }
        let changes = try command.change.changes(
            inNamespace: cluster.namespace, queue: cluster.directory.file("proposals.json"),
            now: .current)
        if changes.isEmpty { Diagnostics.note("nothing is proposed") }
        let objects = LiveObjects(cluster.client, try await cluster.client.discover())
        var outcome = TestOutcome()
        for change in changes {
            try await outcome.collect {
                let start = Timestamp.current
                let runtime = try await runtime(change, objects, cluster)
                var test = try await test(change, runtime, cluster.capture, &run)
                if command.apply.apply, test.verdict.value == Verdict.passed.rawValue {
                    let applying = ShadowApply(
                        options: command.apply, objects: objects, cluster: cluster)
                    test.rollout = RolloutSummary(try await applying.apply(change))
                }
                if command.record.record {
                    let place = command.record.recordNamespace ?? cluster.namespace
                    try await ShadowRecorder(cluster.client, namespace: place)
                        .record(test, of: change, start: start)
                }
                return test
            }
        }
        try cluster.measure(&run.metrics)
        return outcome
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
            inNamespace: "default", queue: directory.file("proposals.json"),
            now: command.test.now ?? capture.moment)
        var outcome = TestOutcome()
        for change in changes {
            try await outcome.collect {
                try await test(change, SimulateRuntime(view(of: capture)), capture, &run)
            }
        }
        return outcome
    }

    private func view(of capture: Capture) -> ClusterView {
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

    private func runtime(
        _ change: ProposedChange, _ objects: LiveObjects, _ cluster: LiveCluster
    ) async throws -> any Runtime {
        switch command.test.runtime ?? RuntimeName(rawValue: settings.shadow.runtime) ?? .namespace
        {
        case .dryRun: return DryRunRuntime(objects)
        case .simulate: return SimulateRuntime(view(of: try await read(cluster, [])))
        case .namespace:
            let capture = try await read(cluster, Set(change.targets.map(\.namespace)))
            return ForeseeingRuntime(view(of: capture), before: namespaceRuntime(objects, cluster))
        case .vcluster:
            let place = try virtualPlace(objects, cluster)
            return namespaceRuntime(objects, cluster, in: place)
        }
    }

    /// - Parameter namespaces: empty for all of them.
    private func read(
        _ cluster: LiveCluster, _ namespaces: Set<Symbol>
    ) async throws -> Capture {
        var filter = ObjectFilter()
        filter.namespaces = namespaces
        let source = LiveSource(
            options: command.cluster, settings: settings, environment: environment,
            kinds: Set(Kind.listed))
        return try await source.capture(cluster.access, filter)
    }

    /// - Throws: where the CLI or helm is missing, before anything is made.
    private func virtualPlace(
        _ objects: LiveObjects, _ cluster: LiveCluster
    ) throws -> VirtualPlace {
        let tool = try VClusterCLI(
            kubeconfig: command.cluster.kubeconfig, context: cluster.access.contextName,
            environment: environment)
        return VirtualPlace(objects, tool: tool) { kubeconfig in
            let client = KubeClient(
                try PassingFile.access(kubeconfig), KubeClient.Options(version: Version.current))
            // What says that it is ready may still be a moment away from answering.
            for _ in 0..<30 {
                if let served = try? await client.discover() { return LiveObjects(client, served) }
                try await Task.sleep(for: .seconds(2))
            }
            return LiveObjects(client, try await client.discover())
        }
    }

    private func namespaceRuntime(
        _ objects: LiveObjects, _ cluster: LiveCluster, in place: VirtualPlace? = nil
    ) -> NamespaceRuntime {
        var options = NamespaceRuntime.Options()
        let timeout = command.test.timeout ?? Seconds(argument: settings.shadow.timeout)
        if let timeout { options.timeout = timeout.count }
        if let settle = command.test.settle { options.settle = settle.count }
        options.replicas = command.test.shadowReplicas
        options.keepsFailed = command.test.keepOnFailure
        options.probes = command.test.probe
        let now = Timestamp.current
        let shadow = ShadowEnvironment(
            id: ShadowEnvironment.randomID(), runtime: place == nil ? .namespace : .vcluster,
            startedAt: now,
            // What the walls need to be made and taken away, besides.
            expiresAt: now.adding(seconds: options.timeout + 600))
        return NamespaceRuntime(
            objects, shadow, options: options, ledger: StateLedger(directory: cluster.directory),
            in: place)
    }
}

extension ShadowTest {
    init(
        _ change: ProposedChange, _ proof: Proof, _ runtime: RuntimeName, _ capture: Capture,
        now: Timestamp
    ) {
        metadata = DocumentMetadata(capture, now: now)
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
