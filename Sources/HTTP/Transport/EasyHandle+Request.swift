internal import CLibcurl

extension EasyHandle {
    /// Everything curl needs to know about one request.
    mutating func prepare(
        _ request: Request, to target: URLParts, deadline: Duration?,
        _ configuration: ClientConfiguration
    ) {
        setLimits(deadline, configuration)
        setTarget(request, target, configuration)
        setProxy(target, configuration)
        setTLS(configuration.tls)
        setContent(request, configuration)
        setVersion(target)
    }

    private func setLimits(_ deadline: Duration?, _ configuration: ClientConfiguration) {
        // Signals belong to the program; the network thread has them all blocked.
        set(CURLOPT_NOSIGNAL, true)
        unsafe aegis_set_quick_exit(curl)
        unsafe aegis_allow_only_http(curl)
        unsafe aegis_close_sockets_on_exec(curl)
        set(CURLOPT_BUFFERSIZE, BodyBuffer.chunkSize)
        set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds)
        if let deadline { set(CURLOPT_TIMEOUT_MS, deadline.milliseconds) }
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, max(1, configuration.stallLimit.milliseconds / 1000))
    }

    /// With a server name of its own the URL carries that name, so that it is what TLS asks for
    /// and verifies, while the connection and the `Host` field keep to the real address.
    private mutating func setTarget(
        _ request: Request, _ target: URLParts, _ configuration: ClientConfiguration
    ) {
        var lines = request.headers.fields.map { field in
            // curl takes `Name:` as "leave it out"; the semicolon form sends it empty.
            field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
        }
        if let name = configuration.tls.serverName, target.scheme == "https",
            let url = URLParts.replacingHost(of: request.url, with: name)
        {
            set(CURLOPT_URL, url)
            set(CURLOPT_CONNECT_TO, ["::\(target.hostPort)"])
            if request.headers["Host"] == nil { lines.append("Host: \(target.hostPort)") }
        } else {
            set(CURLOPT_URL, request.url)
        }
        // A hundred-continue round trip only delays the small bodies sent here.
        lines.append("Expect:")
        if request.headers["Content-Type"] == nil { lines.append("Content-Type:") }
        set(CURLOPT_HTTPHEADER, lines)
    }

    private func setProxy(_ target: URLParts, _ configuration: ClientConfiguration) {
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
        if let proxy = configuration.proxy, !proxy.isEmpty {
            // Go lets a SOCKS proxy look names up, which curl calls socks5h.
            let isPlainSocks = proxy.hasPrefix("socks5://")
            set(CURLOPT_PROXY, isPlainSocks ? "socks5h" + proxy.dropFirst(6) : proxy)
            set(CURLOPT_NOPROXY, "")
        } else if target.isLoopback {
            set(CURLOPT_PROXY, "")
        }
    }

    private func setTLS(_ tls: TLSOptions) {
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, !tls.insecureSkipVerify)
        set(CURLOPT_SSL_VERIFYHOST, tls.insecureSkipVerify ? 0 : 2)
        if let ca = tls.caPEM {
            set(CURLOPT_CAINFO_BLOB, pem: ca)
            // Debian's curl would trust the system's authorities beside the given one.
            set(CURLOPT_CAPATH, nil as String?)
        }
        if let certificate = tls.clientCertificatePEM {
            set(CURLOPT_SSLCERT_BLOB, pem: certificate)
        }
        if let key = tls.clientKeyPEM { set(CURLOPT_SSLKEY_BLOB, pem: key) }
        // An encrypted key then fails; without this OpenSSL asks on the terminal and blocks.
        set(CURLOPT_KEYPASSWD, "")
    }

    private func setVersion(_ target: URLParts) {
        guard target.scheme == "https" else {
            return set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        }
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // Rather wait for a handshake to show whether the connection multiplexes than open one
        // per request. Without TLS the wait would last until the first answer.
        set(CURLOPT_PIPEWAIT, true)
    }

    private func setContent(_ request: Request, _ configuration: ClientConfiguration) {
        // Never nothing: with a word for it curl unpacks what was compressed on the way unasked.
        set(CURLOPT_ACCEPT_ENCODING, configuration.compression ? "gzip" : "identity")
        if !request.body.isEmpty || request.method == .post { set(copiedBody: request.body) }
        // curl sends again by itself when a connection it reuses dies before the answer.
        if !request.isRepeatable { set(CURLOPT_FRESH_CONNECT, true) }
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        if request.method == .head { set(CURLOPT_NOBODY, true) }
    }
}

extension Duration {
    /// At least 1 for anything positive, since curl takes 0 as "no limit"; within what curl can
    /// count.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        let capped = min(max(seconds, 0), 1_000_000)
        return max(1, Int(capped) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
