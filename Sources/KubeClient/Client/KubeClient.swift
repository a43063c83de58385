internal import ClusterModel
internal import Glibc
package import HTTP
internal import Synchronization

/// Asks one cluster as one user: adds who is asking, renews credentials, and tells Kubernetes'
/// answers from everything else that may answer.
package final class KubeClient: Sendable {
    package struct Options: Sendable {
        /// Named in `User-Agent`.
        package var version: String
        /// For each answer, body included; `nil` waits as long as bytes keep coming.
        package var requestTimeout: Duration?
        package var limits: ResilientClient.Limits
        /// Whether credential plugins may ask the user: only with a terminal that is ours to use.
        package var isInteractive: Bool
        package var time: TimeSource
        /// Told of each exchange with the server, once its head is there.
        package var observer: (@Sendable (Exchange) -> Void)?

        package init(
            version: String, requestTimeout: Duration? = nil,
            limits: ResilientClient.Limits = ResilientClient.Limits(),
            isInteractive: Bool = isatty(STDIN_FILENO) == 1, time: TimeSource = .system
        ) {
            self.version = version
            self.requestTimeout = requestTimeout
            self.limits = limits
            self.isInteractive = isInteractive
            self.time = time
        }
    }

    /// A request and how it went.
    package struct Exchange: Sendable {
        /// Method, host, port and path.
        package let request: String
        /// Nil where no answer came.
        package let status: Int?
        package let seconds: Double
    }

    package let access: ClusterAccess
    let options: Options
    private let authenticator: Authenticator
    /// The connection, and the TLS options it was made with: a plugin may hand out another
    /// certificate later.
    private let connection = Mutex<(tls: TLSOptions, client: ResilientClient)?>(nil)

    package init(_ access: ClusterAccess, _ options: Options) {
        self.access = access
        self.options = options
        authenticator = Authenticator(
            access.credential, isInteractive: options.isInteractive, time: options.time)
    }

    package var server: String { access.server }

    /// Ends what is under way.
    package func close() {
        connection.withLock { $0?.client.close() }
    }

    /// Sends as the user and returns the answer, whatever its status except 401.
    ///
    /// - Throws: `.unauthorised` when the server does not accept the user, after new credentials
    ///   were tried where there are any.
    package func send(
        _ request: Request, bufferLimit: Int? = nil
    ) async throws(KubeError) -> Response {
        let identity = try await authenticator.identity()
        let response = try await transmit(request, identity, bufferLimit)
        guard response.head.status == 401 else { return response }
        let fresh = try await authenticator.identity(insteadOf: identity)
        guard fresh != identity else { throw await unauthorised(response, identity) }
        let again = try await transmit(request, fresh, bufferLimit)
        guard again.head.status == 401 else { return again }
        throw await unauthorised(again, fresh)
    }

    private func transmit(
        _ request: Request, _ identity: Identity, _ bufferLimit: Int?
    ) async throws(KubeError) -> Response {
        var request = request
        request.headers["User-Agent"] = "aegis/\(options.version)"
        request.headers["Authorization"] = identity.authorization
        access.impersonation.add(to: &request.headers)
        let start = options.time.now()
        do {
            let response = try await client(for: identity).send(
                request, deadline: options.requestTimeout, bufferLimit: bufferLimit)
            observe(request, response.head.status, since: start)
            return response
        } catch {
            observe(request, nil, since: start)
            throw expiredCertificate(identity, if: error.code == .clientCertificate)
                ?? KubeError(error)
        }
    }

    private func observe(_ request: Request, _ status: Int?, since start: Duration) {
        guard let observer = options.observer else { return }
        let seconds = (options.time.now() - start) / .seconds(1)
        observer(Exchange(request: request.summary, status: status, seconds: seconds))
    }

    private func client(for identity: Identity) -> ResilientClient {
        var tls = access.tls
        if let certificate = identity.certificatePEM {
            tls.clientCertificatePEM = certificate
            tls.clientKeyPEM = identity.keyPEM
        }
        return connection.withLock { connection in
            if let connection, connection.tls == tls { return connection.client }
            let configuration = ClientConfiguration(
                tls: tls, proxy: access.proxy, compression: access.compression)
            let client = ResilientClient(
                HTTPClient(configuration), limits: options.limits, time: options.time)
            connection = (tls, client)
            return client
        }
    }
}

// MARK: Refused

extension KubeClient {
    private func unauthorised(_ response: Response, _ identity: Identity) async -> KubeError {
        if let expired = expiredCertificate(identity, if: true) { return expired }
        let body = try? await response.body.collect(upTo: 64 << 10)
        let message = body.flatMap { APIStatus($0)?.message }.flatMap { $0.isEmpty ? nil : $0 }
        let who = access.userName.isEmpty ? "the user" : "user \"\(access.userName)\""
        let isNobody = identity == Identity() && access.tls.clientCertificatePEM == nil
        return KubeError(
            .unauthorised,
            "\(server) does not accept \(who)" + (message.map { ": \($0)" } ?? ""),
            hint: isNobody
                ? "the kubeconfig has no credentials for it"
                : "log in again, or check the credentials with kubectl auth whoami")
    }

    /// The certificate's own date says more than the server does.
    private func expiredCertificate(_ identity: Identity, if isSuspect: Bool) -> KubeError? {
        guard isSuspect, let pem = identity.certificatePEM ?? access.tls.clientCertificatePEM,
            let validity = CertificateValidity(pem: pem)
        else { return nil }
        let now = Timestamp(seconds: options.time.unixSeconds())
        let who = access.userName.isEmpty ? "" : " of user \"\(access.userName)\""
        if validity.notAfter < now {
            return KubeError(
                .credentials, "the client certificate\(who) expired on \(validity.notAfter)",
                hint: "renew it, or log in again")
        }
        guard validity.notBefore > now else { return nil }
        return KubeError(
            .credentials, "the client certificate\(who) is valid only from \(validity.notBefore)",
            hint: "check this machine's clock")
    }
}

extension Impersonation {
    func add(to headers: inout Headers) {
        guard !user.isEmpty else { return }
        headers["Impersonate-User"] = user
        if !uid.isEmpty { headers["Impersonate-Uid"] = uid }
        for group in groups { headers.add("Impersonate-Group", group) }
        for entry in extra.entries {
            for value in entry.values {
                headers.add("Impersonate-Extra-\(URLText.encode(entry.key))", value)
            }
        }
    }
}
