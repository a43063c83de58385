internal import ClusterModel
internal import HTTP

/// A cluster and a user under their names, about to be turned into access.
struct NamedEntries {
    let clusterName: String
    let cluster: Kubeconfig.Entry<ClusterEntry>?
    let userName: String
    let user: Kubeconfig.Entry<UserEntry>?

    private var entry: ClusterEntry { cluster?.value ?? ClusterEntry() }

    func server(_ overrides: Overrides) throws(KubeError) -> String {
        var server = overrides.server ?? entry.server
        guard !server.isEmpty else {
            if let cluster {
                throw .configuration("cluster \"\(clusterName)\" has no server", at: cluster.place)
            }
            throw .configuration("no server is known", hint: "name a context or give --server")
        }
        if !server.contains("://") {
            server = "\(impliesTLS(overrides) ? "https" : "http")://\(server)"
        }
        while server.last == "/" { server.removeLast() }
        guard URLParts(server) != nil else {
            let place = overrides.server == nil ? cluster?.place : nil
            throw .configuration(
                "the server \"\(server)\" is not an http(s) URL", at: place,
                hint: "write https://HOST:PORT")
        }
        return server
    }

    /// As client-go decides for a server named without a scheme.
    private func impliesTLS(_ overrides: Overrides) -> Bool {
        let user = user?.value ?? UserEntry()
        return overrides.certificateAuthority != nil || overrides.insecureSkipTLSVerify == true
            || entry.insecureSkipTLSVerify || !entry.certificateAuthority.isEmpty
            || !entry.certificateAuthorityData.isEmpty || !user.clientCertificate.isEmpty
            || !user.clientCertificateData.isEmpty
    }

    func fill(_ access: inout ClusterAccess, _ overrides: Overrides) throws(KubeError) {
        access.tls = try trust(overrides)
        access.proxy = try proxy()
        // Within one machine, packing and unpacking costs more than the bytes do.
        access.compression = !entry.disableCompression && !access.isOnLoopback
        try fillCertificate(&access.tls)
        access.credential = try credential(access, overrides)
        access.impersonation = try impersonation(overrides)
    }
}

// MARK: The cluster

extension NamedEntries {
    private func trust(_ overrides: Overrides) throws(KubeError) -> TLSOptions {
        var tls = TLSOptions()
        if overrides.insecureSkipTLSVerify != nil || overrides.certificateAuthority != nil {
            tls.insecureSkipVerify = overrides.insecureSkipTLSVerify ?? false
            if let file = overrides.certificateAuthority {
                tls.caPEM = try pem(file: file, "--certificate-authority", nil)
            }
        } else {
            tls.insecureSkipVerify = entry.insecureSkipTLSVerify
            tls.caPEM = try pem(
                data: entry.certificateAuthorityData, file: entry.certificateAuthority,
                "certificate-authority", cluster?.place)
        }
        if tls.insecureSkipVerify, tls.caPEM != nil {
            throw .configuration(
                "cluster \"\(clusterName)\" has a certificate authority and skips verifying",
                at: cluster?.place, hint: "keep one of the two")
        }
        // A server named on the command line has another name than the kubeconfig's.
        let fileName = overrides.server == nil ? entry.tlsServerName : ""
        let name = overrides.tlsServerName ?? fileName
        tls.serverName = name.isEmpty ? nil : name
        return tls
    }

    private func proxy() throws(KubeError) -> String? {
        let proxy = entry.proxyURL
        if proxy.isEmpty { return nil }
        guard ["http://", "https://", "socks5://"].contains(where: proxy.hasPrefix) else {
            throw .configuration(
                "the proxy-url of cluster \"\(clusterName)\" has no known scheme",
                at: cluster?.place, hint: "write http://, https:// or socks5://")
        }
        return proxy
    }
}

// MARK: Files and data

extension NamedEntries {
    /// Data wins over a file, as in client-go.
    func pem(
        data: String, file: String, _ what: String, _ place: Place?
    ) throws(KubeError) -> [UInt8]? {
        if !data.isEmpty {
            let bytes = Base64.decode(data.utf8)
            guard NamedEntries.isPEM(bytes) else {
                throw .configuration("\(what)-data is not base64 of PEM", at: place)
            }
            return bytes
        }
        guard !file.isEmpty else { return nil }
        let path = place.map { PathText.resolve(file, against: $0.file) } ?? file
        return try pem(file: path, what, place)
    }

    func pem(file: String, _ what: String, _ place: Place?) throws(KubeError) -> [UInt8] {
        do {
            let bytes = try FileBytes.read(file)
            if NamedEntries.isPEM(bytes) { return bytes }
        } catch {
            throw .configuration("\(what) \"\(file)\" \(error.reason)", at: place)
        }
        throw .configuration("\(what) \"\(file)\" is not PEM", at: place)
    }

    private static func isPEM(_ bytes: [UInt8]) -> Bool {
        let mark = Array("-----BEGIN ".utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: mark) }
    }
}
