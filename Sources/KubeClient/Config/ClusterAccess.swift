package import HTTP

/// Everything needed to talk to one cluster as one user: a kubeconfig's context resolved, or a
/// pod's service account.
package struct ClusterAccess: Sendable {
    /// Empty inside a cluster.
    package var contextName = ""
    package var clusterName = ""
    package var userName = ""
    /// Where to look when no namespace is asked for; empty when nothing says.
    package var namespace = ""
    /// Without a slash at its end; may have a path, as behind Rancher.
    package var server: String
    package var tls = TLSOptions()
    package var proxy: String?
    package var compression = true
    var credential = Credential.none
    var impersonation = Impersonation()

    package init(server: String) {
        self.server = server
    }
}

/// How a request proves who sends it, beside the client certificate that TLS shows.
enum Credential: Sendable, Equatable {
    case none
    case token(String)
    /// Read again when it may have changed; the token stands in while the file cannot be read.
    case tokenFile(path: String, fallback: String)
    case basic(username: String, password: String)
    case plugin(ExecPlugin)
}

/// As whom to act, if not as oneself.
struct Impersonation: Sendable, Equatable {
    var user = ""
    var uid = ""
    var groups: [String] = []
    var extra = StringLists()
}

extension ClusterAccess {
    /// True for a server on this machine, such as kind's or minikube's. The end of a tunnel looks the
    /// same, and is the rarer case.
    var isOnLoopback: Bool {
        guard let host = URLParts(server)?.host else { return false }
        return host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
