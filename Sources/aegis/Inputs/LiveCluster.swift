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
        // A connection that hangs must not keep what was made from being taken away.
        client = source.client(access, timeout: .seconds(30))
        namespace = settings.namespace(environment) ?? access.effectiveNamespace
        directory = StateDirectory(
            state, cluster: access.displayName, environment: environment)
    }

    /// Of what names none.
    let namespace: String

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
