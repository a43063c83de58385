import ClusterModel
import KubeClient
import Shadow
import Telemetry

/// A live cluster that is written to, and where its state is kept.
struct LiveCluster {
    let access: ClusterAccess
    let client: KubeClient
    let directory: StateDirectory

    init(
        _ options: ClusterOptions, _ state: StateOptions, settings: Settings,
        environment: [String: String]
    ) throws {
        let source = LiveSource(
            options: options, settings: settings, environment: environment, kinds: [])
        access = try source.access()
        var clientOptions = KubeClient.Options(version: Version.current)
        // A request, not the test, is to answer within this time.
        clientOptions.requestTimeout = .seconds(options.requestTimeout?.count ?? 30)
        client = KubeClient(access, clientOptions)
        directory = StateDirectory(
            state, cluster: access.displayName, environment: environment)
    }

    /// The context's.
    var namespace: String { access.namespace.isEmpty ? "default" : access.namespace }

    /// The cluster's name and nothing that was read of it.
    var capture: Capture {
        Capture(
            origin: .live, snapshot: Snapshot(), cluster: access.displayName,
            context: access.contextName, moment: .current)
    }

    func close() { client.close() }

    /// Notes how many environments are registered.
    func measure(_ metrics: inout MetricSet) throws {
        guard directory.path != nil else { return }
        try directory.changeShadows { _ in }.measure(&metrics)
    }
}
