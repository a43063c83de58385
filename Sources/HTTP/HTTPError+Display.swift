extension HTTPError: CustomStringConvertible {
    /// One line: what was attempted, what went wrong, why.
    package var description: String {
        "\(attempted): \(summary)" + (cause.isEmpty ? "" : ": \(cause)")
    }

    private var summary: String {
        switch code {
        case .invalidRequest: "not a request that can be sent"
        case .couldNotResolve: "the host name has no address"
        case .couldNotConnect: "could not connect"
        case .proxy: "the proxy did not let it through"
        case .tlsHandshake: "no TLS connection"
        case .tlsUntrusted: "the server's certificate is not trusted"
        case .tlsExpired: "the server's certificate is outside its validity"
        case .tlsNameMismatch: "the server's certificate is for another name"
        case .certificateAuthority: "the certificate authority is not readable PEM"
        case .clientCertificate: "the client certificate was not usable"
        case .timeout: "no answer in time"
        case .cut: "the connection was cut before the answer was whole"
        case .protocolError: "the answer is not understandable HTTP"
        case .tooLarge: "the answer is larger than allowed"
        case .cancelled: "cancelled"
        case .circuitOpen: "not tried, the host failed several times just before"
        }
    }

    /// What the reader can do about it; `nil` where there is nothing sensible to say.
    package var hint: String? {
        switch code {
        case .invalidRequest: "check the server URL: https://HOST:PORT"
        case .couldNotResolve: "check the host name in the server URL, and the DNS of this machine"
        case .couldNotConnect: "check that the server runs and that host and port are right"
        case .proxy: "check proxy-url, or HTTPS_PROXY and NO_PROXY"
        case .tlsHandshake: "check that the port speaks TLS; a plain server needs http://"
        case .tlsUntrusted: "give the cluster's authority: certificate-authority-data"
        case .tlsExpired: "renew the server's certificate, or check this machine's clock"
        case .tlsNameMismatch: "use a name the certificate has, or set tls-server-name"
        case .certificateAuthority: "certificate-authority must hold PEM certificates"
        case .clientCertificate: "check client-certificate and client-key: a pair, PEM, not expired"
        case .timeout: "raise --request-timeout, or ask for smaller pages with --chunk-size"
        case .cut: "try again; a proxy or load balancer may limit long answers"
        case .circuitOpen: "wait a few seconds and try again"
        case .protocolError, .tooLarge, .cancelled: nil
        }
    }
}
