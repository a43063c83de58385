import ClusterModel
import Detection
import Integrations
import KubeClient
import Scaling
import StructuredData

/// Decides where usage comes from, and reads it.
struct UsageReading {
    let options: UsageOptions
    let dumped: [UsageItem]
    let capture: Capture
    let now: Timestamp
    let environment: [String: String]
    let source: Source

    func intake(
        for keys: [ObjectKey], _ view: ClusterView
    ) async throws -> (UsageIntake, UsageOrigin) {
        var intake = UsageIntake(view.index, window: UsageWindow(end: now, days: options.days))
        if capture.origin == .demo, options.usageFile.isEmpty {
            for item in DemoUsage.items(until: now) { intake.take(item) }
            return (intake, UsageOrigin(.file, note: "the demo's own"))
        }
        for item in dumped where isWanted(item) { intake.take(item) }
        if !options.usageFile.isEmpty {
            try readFiles(&intake)
            return (intake, UsageOrigin(intake.bestKind))
        }
        let namespaces = namespaces(of: keys, view)
        if let prometheus = options.prometheus {
            let origin = try await read(
                .remote(prometheus, options, environment, namespaces), &intake)
            return (intake, origin)
        }
        guard let client = try source.client() else {
            let origin = try fromDump(&intake)
            return (intake, origin)
        }
        defer { client.close() }
        let origin = try await readLive(client, namespaces, &intake)
        return (intake, origin)
    }

    // MARK: Files

    private func isWanted(_ item: UsageItem) -> Bool {
        switch (item, options.usage) {
        case (.autoscaler, _), (_, .auto), (_, .file): true
        case (.series, _): false
        case (.checkpoint, .vpa), (.metrics, .vpa), (.metrics, .metricsServer): true
        default: false
        }
    }

    private func readFiles(_ intake: inout UsageIntake) throws {
        for path in options.usageFile {
            let file = InputFile(path: path)
            let failures = try file.withReader { read in
                try intake.read(source: file.displayName, read)
            }
            for failure in failures { Diagnostics.warning("left out: \(failure.error)") }
        }
        intake.settleCheckpoints()
        guard intake.hasAnything else {
            throw InputError(
                message: "no usage in \(options.usageFile.joined(separator: ", ")); expected "
                    + "objects of kind UsageSeries, PodMetrics or VerticalPodAutoscalerCheckpoint")
        }
    }

    private func fromDump(_ intake: inout UsageIntake) throws -> UsageOrigin {
        intake.settleCheckpoints()
        guard intake.hasAnything else {
            throw InputError(
                message: "the dump has no usage; add 'kubectl get podmetrics -A -o json' "
                    + "(or vpacheckpoints), or give --usage-file or --prometheus")
        }
        return UsageOrigin(intake.bestKind)
    }

    // MARK: A live cluster

    private func readLive(
        _ client: KubeClient, _ namespaces: [(name: Symbol, containers: Int)],
        _ intake: inout UsageIntake
    ) async throws -> UsageOrigin {
        let listed = ListedUsage(client: client, namespaces: source.namespaces)
        // Also where they are not the source: a VPA that changes pods is a guard.
        try await listed.read(
            VerticalPodAutoscaler.plural, in: VerticalPodAutoscaler.groupVersion, into: &intake)
        if options.usage == .auto || options.usage == .prometheus,
            let origin = try await readFound(client, namespaces, &intake)
        {
            return origin
        }
        if options.usage != .metricsServer {
            try await listed.read(
                VerticalPodAutoscalerCheckpoint.plural, in: VerticalPodAutoscaler.groupVersion,
                into: &intake)
            intake.settleCheckpoints()
        }
        let outcome = try await listed.read("pods", in: PodMetrics.groupVersion, into: &intake)
        if options.usage == .vpa, intake.checkpointCount == 0 {
            throw InputError(message: "the cluster has no VerticalPodAutoscalerCheckpoints to read")
        }
        guard intake.hasAnything else {
            throw InputError(
                message:
                    "the cluster tells of no usage: metrics-server \(outcome), and no Prometheus "
                    + "was found; give --prometheus or --usage-file")
        }
        return UsageOrigin(intake.bestKind)
    }

    /// Through the API server, from a Prometheus in the cluster; nil if there is none to be used.
    private func readFound(
        _ client: KubeClient, _ namespaces: [(name: Symbol, containers: Int)],
        _ intake: inout UsageIntake
    ) async throws -> UsageOrigin? {
        guard let (path, key) = PrometheusService.find(in: capture.snapshot) else {
            if options.usage == .auto { return nil }
            throw InputError(message: "no Prometheus was found in the cluster; give --prometheus")
        }
        let found = PrometheusSource(
            base: client.server + path, headers: options.headers, step: options.prometheusStep,
            namespaces: namespaces
        ) { try await client.send($0) }
        do {
            var origin = try await read(found, &intake)
            origin.note = "\(key)" + (origin.note.isEmpty ? "" : "; \(origin.note)")
            return intake.book.isEmpty && options.usage == .auto ? nil : origin
        } catch  where options.usage == .auto {
            Diagnostics.warning("\(key) is not used: \(error)")
            return nil
        }
    }

    private func read(
        _ source: PrometheusSource, _ intake: inout UsageIntake
    ) async throws -> UsageOrigin {
        try await intake.read(source)
    }

    /// Each namespace of the workloads, with how many containers run there.
    private func namespaces(
        of keys: [ObjectKey], _ view: ClusterView
    ) -> [(name: Symbol, containers: Int)] {
        Set(keys.map(\.namespace)).sorted().map { name in
            let pods = view.index.pods(inNamespace: name)
            return (name, pods.reduce(0) { $0 + $1.spec.containers.count })
        }
    }
}

extension UsageIntake {
    fileprivate var hasAnything: Bool { seriesCount + metricsCount + checkpointCount > 0 }

    /// What most of it rests on.
    fileprivate var bestKind: UsageKind {
        if seriesCount > 0 { return .file }
        return checkpointCount > 0 ? .vpa : .metricsServer
    }
}
