/// The parts of an `http(s)` URL that messages and connection options need.
///
/// User names, passwords and queries are not kept: they may be secret, and nothing here wants them.
package struct URLParts: Sendable, Equatable {
    package var scheme: String
    /// Without the brackets of an IPv6 address.
    package var host: String
    package var port: Int
    package var path: String

    package init?(_ url: String) {
        guard let split = URLParts.split(url) else { return nil }
        scheme = split.scheme
        let login = split.authority.lastIndex(of: "@")
        let address = login.map { split.authority[split.authority.index(after: $0)...] }
        guard let (host, port) = URLParts.hostAndPort(address ?? split.authority) else {
            return nil
        }
        self.host = String(host)
        self.port = port ?? (scheme == "https" ? 443 : 80)
        path = String(split.rest.prefix { $0 != "?" && $0 != "#" })
    }

    private static func split(_ url: String)
        -> (scheme: String, authority: Substring, rest: Substring)?
    {
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let scheme = url[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let tail = url[url.index(after: colon)...]
        guard tail.hasPrefix("//") else { return nil }
        let authority = tail.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return (scheme, authority, url[authority.endIndex...])
    }

    private static func hostAndPort(_ authority: Substring) -> (Substring, Int?)? {
        var host = authority
        var port: Substring?
        if authority.first == "[" {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<close]
            let tail = authority[authority.index(after: close)...]
            guard tail.isEmpty || tail.first == ":" else { return nil }
            port = tail.isEmpty ? nil : tail.dropFirst()
        } else if let colon = authority.lastIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        guard !host.isEmpty else { return nil }
        guard let port, !port.isEmpty else { return (host, nil) }
        guard let number = Int(port), (1...65535).contains(number) else { return nil }
        return (host, number)
    }

    /// `host:port`, an IPv6 address in brackets.
    package var hostPort: String { URLParts.bracketed(host) + ":\(port)" }

    package var origin: String { "\(scheme)://\(hostPort)" }

    /// Whether Go's programs, kubectl among them, never send it through the environment's proxy.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}

extension URLParts {
    /// The URL with its host exchanged: the connection is then led elsewhere, but names and
    /// certificates are those of `name`.
    static func replacingHost(of url: String, with name: String) -> String? {
        guard let parts = URLParts(url), let split = split(url) else { return nil }
        return "\(parts.scheme)://\(bracketed(name)):\(parts.port)\(split.rest)"
    }
}
