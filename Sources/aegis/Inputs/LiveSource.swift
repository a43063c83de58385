import ClusterModel
import KubeClient

/// Reads a live cluster: every kind at once, each decoded while it arrives.
struct LiveSource {
    let options: ClusterOptions
    let filter: ObjectFilter
    let settings: Settings
    let environment: [String: String]

    func capture() async throws -> Capture {
        let access = try ClusterAccess.find(
            kubeconfig: options.kubeconfig, overrides: overrides, environment: environment)
        var clientOptions = KubeClient.Options(version: Version.current)
        clientOptions.requestTimeout = options.requestTimeout.map { .seconds($0.count) }
        let client = KubeClient(access, clientOptions)
        defer { client.close() }
        let moment = Timestamp.current
        let served = try await client.discover()
        let reading = LiveReading(
            client: client, served: served, filter: filter, chunkSize: options.chunkSize ?? 0)
        return Capture(
            origin: .live, snapshot: try await reading.snapshot(),
            cluster: access.clusterName.isEmpty ? access.server : access.clusterName,
            context: access.contextName, moment: moment)
    }

    private var overrides: Overrides {
        var overrides = Overrides()
        let configured = environment["AEGIS_CONTEXT"] ?? settings.kubernetes.context
        overrides.context = options.context ?? (configured.isEmpty ? nil : configured)
        overrides.cluster = options.cluster
        overrides.user = options.user
        overrides.server = options.server
        overrides.token = options.token
        overrides.impersonate = options.as
        overrides.impersonateGroups = options.asGroup
        overrides.certificateAuthority = options.certificateAuthority
        overrides.insecureSkipTLSVerify = options.insecureSkipTlsVerify ? true : nil
        return overrides
    }
}
