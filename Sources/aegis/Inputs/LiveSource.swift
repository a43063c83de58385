import ArgumentParser
import ClusterModel
import HTTP
import KubeClient

/// Reads a live cluster: every kind at once, each decoded while it arrives.
struct LiveSource {
    let options: ClusterOptions
    let settings: Settings
    let environment: [String: String]
    let kinds: Set<Kind>

    /// Which cluster, and as whom; asks no server.
    func access() throws -> ClusterAccess {
        // Of two the last would silently win.
        if options.context.count > 1 {
            throw ValidationError("one --context at a time; only 'aegis scan' takes several")
        }
        return try ClusterAccess.find(
            kubeconfig: options.kubeconfig, overrides: overrides, environment: environment)
    }

    func capture(_ access: ClusterAccess, _ filter: ObjectFilter) async throws -> Capture {
        let client = client(access)
        defer { client.close() }
        let moment = Timestamp.current
        let user = access.userName.isEmpty ? "nobody" : access.userName
        Diagnostics.info("reading \(access.displayName) at \(access.server) as \(user)")
        let start = ContinuousClock.now
        let served = try await client.discover()
        let reading = LiveReading(
            client: client, served: served, filter: filter, chunkSize: options.chunkSize ?? 0,
            wanted: kinds)
        var snapshot = try await reading.snapshot()
        snapshot.clientIdentity = identity(access)
        if let shard = filter.shard { snapshot.keep(shard) }
        for entry in snapshot.coverageByName {
            Diagnostics.info("\(entry.kind.plural): \(entry.count) (\(entry.state))")
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        Diagnostics.info("read in \(seconds.milliseconds)")
        return Capture(
            origin: .live, snapshot: snapshot,
            cluster: access.displayName,
            context: access.contextName, moment: moment)
    }

    /// A client of the chosen cluster, to be closed by the caller.
    func connect() throws -> KubeClient { client(try access()) }

    /// A client that says what it does to whoever wants to know.
    /// - Parameter timeout: for each answer, unless `--request-timeout` says otherwise.
    func client(_ access: ClusterAccess, timeout: Duration? = nil) -> KubeClient {
        var clientOptions = KubeClient.Options(version: Version.current)
        clientOptions.requestTimeout =
            options.requestTimeout.map { .seconds($0.count) } ?? timeout
        clientOptions.observer = { exchange in
            let status = exchange.status.map { "\($0)" } ?? "no answer"
            Diagnostics.debug(
                "\(exchange.request): \(status) after \(exchange.seconds.milliseconds)")
        }
        return KubeClient(access, clientOptions)
    }

    /// Whose certificate the scan was made with; it may be about to end.
    private func identity(_ access: ClusterAccess) -> ClientIdentity? {
        guard let pem = access.tls.clientCertificatePEM,
            let certificate = CertificateValidity(pem: pem)
        else { return nil }
        var identity = ClientIdentity()
        identity.user = Symbol(access.userName)
        identity.certificate = certificate
        return identity
    }

    private var overrides: Overrides {
        var overrides = Overrides()
        let configured = environment.nonEmpty("AEGIS_CONTEXT") ?? settings.kubernetes.context
        overrides.context = options.context.first ?? (configured.isEmpty ? nil : configured)
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

extension ClusterAccess {
    /// The context's, as kubectl has it.
    var effectiveNamespace: String { namespace.isEmpty ? "default" : namespace }

    /// The kubeconfig's name for the cluster, else its address.
    var displayName: String { clusterName.isEmpty ? server : clusterName }
}

extension Double {
    /// Seconds as `12 ms`.
    fileprivate var milliseconds: String {
        self < 1e9 ? "\(Int((self * 1000).rounded())) ms" : "\(self) s"
    }
}
