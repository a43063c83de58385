/// Why no (whole) answer came, in one sentence without secrets.
///
/// Queries and header fields never appear in it: they carry tokens.
package struct HTTPError: Error, Sendable, Equatable {
    package enum Code: String, Sendable {
        case invalidRequest
        case couldNotResolve
        case couldNotConnect
        case proxy
        case tlsHandshake
        case tlsUntrusted
        case tlsExpired
        case tlsNameMismatch
        /// The authorities given are not readable PEM.
        case certificateAuthority
        /// Our own certificate or key is unusable, or the server does not accept it.
        case clientCertificate
        case timeout
        /// The connection ended before the answer did.
        case cut
        case protocolError
        case tooLarge
        case cancelled
        /// Not even tried: this host failed too often just now.
        case circuitOpen
    }

    package let code: Code
    /// Method, host, port and path: `GET 127.0.0.1:6443/api/v1/pods`.
    package let attempted: String
    /// What the library below said, or what was wrong with the input.
    package let cause: String

    package init(_ code: Code, attempted: String, cause: String = "") {
        self.code = code
        self.attempted = attempted
        self.cause = cause
    }

    init(_ code: Code, _ request: Request, cause: String = "") {
        self.init(code, attempted: request.summary, cause: cause)
    }

    /// Whether the connection, not the request, is to blame, so that another try may succeed.
    /// A timeout is not among these: its user has waited long enough.
    package var isConnectionFault: Bool {
        switch code {
        case .couldNotResolve, .couldNotConnect, .proxy, .cut: true
        case .tlsHandshake, .tlsUntrusted, .tlsExpired, .tlsNameMismatch, .certificateAuthority,
            .clientCertificate, .invalidRequest, .timeout, .protocolError, .tooLarge, .cancelled,
            .circuitOpen:
            false
        }
    }
}
