package import ClusterModel

/// What one run has in the cluster: the namespaces of the changed copy and of its control.
package struct ShadowEnvironment: Sendable, Equatable {
    package enum Role: String, Sendable, CaseIterable {
        case changed, control
    }

    /// Eight digits: a cluster holds a handful at a time.
    package let id: String
    package let runtime: RuntimeName
    package let startedAt: Timestamp
    package var expiresAt: Timestamp

    package init(id: String, runtime: RuntimeName, startedAt: Timestamp, expiresAt: Timestamp) {
        self.id = id
        self.runtime = runtime
        self.startedAt = startedAt
        self.expiresAt = expiresAt
    }

    package static func randomID() -> String {
        let digits = String(UInt32.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    package func namespace(_ role: Role) -> String {
        switch role {
        case .changed: "aegis-shadow-\(id)"
        case .control: "aegis-shadow-\(id)-control"
        }
    }

    /// In the cluster of the original: what has to go at the end.
    package var namespaces: [String] {
        runtime == .vcluster ? [hostNamespace] : Role.allCases.map(namespace)
    }

    /// Around a virtual cluster.
    var hostNamespace: String { "aegis-shadow-\(id)-vcluster" }
}

/// Where a change is tried.
package enum RuntimeName: String, Sendable, CaseIterable {
    /// By arithmetic on a snapshot.
    case simulate
    /// By the API server, which stores nothing.
    case dryRun = "dry-run"
    /// In namespaces made for it.
    case namespace
    /// In namespaces of a virtual cluster made for it.
    case vcluster
}
