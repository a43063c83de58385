internal import CLibcurl

extension HTTPError.Code {
    /// What a curl result means to the caller.
    ///
    /// - Parameters:
    ///   - verify: OpenSSL's verdict on the server's certificate, 0 when it had none against it.
    ///   - text: curl's own words, looked at only where curl has no code: an alert that the server
    ///     sends about our certificate arrives as a plain read error under TLS 1.3.
    init(curl result: CURLcode, verify: Int, text: String) {
        switch result {
        case CURLE_URL_MALFORMAT, CURLE_BAD_FUNCTION_ARGUMENT,
            CURLE_UNKNOWN_OPTION:
            self = .invalidRequest
        case CURLE_COULDNT_RESOLVE_HOST: self = .couldNotResolve
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED: self = .couldNotConnect
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy
        case CURLE_OPERATION_TIMEDOUT: self = .timeout
        case CURLE_PEER_FAILED_VERIFICATION: self.init(verify: verify, text: text)
        case CURLE_SSL_CACERT_BADFILE: self = .certificateAuthority
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CLIENTCERT: self = .clientCertificate
        case CURLE_SSL_CONNECT_ERROR:
            self = Self.blamesOurCertificate(text) ? .clientCertificate : .tlsHandshake
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
            CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self = Self.blamesOurCertificate(text) ? .clientCertificate : .cut
        case CURLE_ABORTED_BY_CALLBACK: self = .cancelled
        default: self = .protocolError
        }
    }

    /// OpenSSL's X509_V_ERR numbers (`x509_vfy.h`), a stable interface.
    ///
    /// Without a verdict (0, or 1 as curl presets it) the chain was good and curl's own comparison
    /// of names failed.
    /// Its general sentence instead stands for the server's alert about an expired certificate.
    private init(verify: Int, text: String) {
        switch verify {
        case 0, 1, 62...64:
            let isAlert = text.utf8.contains("certificate verification failed")
            self = isAlert ? .clientCertificate : .tlsNameMismatch
        case 9...14: self = .tlsExpired
        default: self = .tlsUntrusted
        }
    }

    private static func blamesOurCertificate(_ text: String) -> Bool {
        let alerts = [
            "alert bad certificate", "alert certificate expired", "alert unknown ca",
            "alert certificate required", "alert certificate unknown", "alert certificate revoked",
        ]
        return alerts.contains { text.utf8.contains($0) }
    }
}

extension String.UTF8View {
    /// A plain search: messages are short, and Foundation is not linked.
    fileprivate func contains(_ needle: String) -> Bool {
        let wanted = Array(needle.utf8)
        let bytes = Array(self)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
