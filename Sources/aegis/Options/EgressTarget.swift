import ArgumentParser
import Glibc

/// Where a pod may connect to: `ADDRESS:PORT`, `CIDR:PORT`, `NAMESPACE:PORT`, or `:PORT` anywhere.
struct EgressTarget: ExpressibleByArgument, Sendable, Equatable {
    enum Peer: Sendable, Equatable {
        case anywhere
        /// In CIDR notation.
        case block(String)
        case namespace(String)
    }

    let peer: Peer
    let port: Int

    init(_ peer: Peer, port: Int) {
        self.peer = peer
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"),
            let port = Int(argument[argument.index(after: colon)...]), (1...65535).contains(port)
        else { return nil }
        var host = argument[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard let peer = Self.peer(String(host)) else { return nil }
        self.init(peer, port: port)
    }

    private static func peer(_ host: String) -> Peer? {
        if host.isEmpty { return .anywhere }
        let parts = host.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let bits = addressBits(parts[0]) {
            if parts.count == 1 { return .block("\(host)/\(bits)") }
            guard parts.count == 2, let length = Int(parts[1]), (0...bits).contains(length) else {
                return nil
            }
            return .block(host)
        }
        return ScopeOptions.isNamespace(host) ? .namespace(host) : nil
    }

    /// 32 or 128; nil for what is no address.
    private static func addressBits(_ text: String) -> Int? {
        var bytes = in6_addr()
        if inet_pton(AF_INET, text, &bytes) == 1 { return 32 }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? 128 : nil
    }
}
