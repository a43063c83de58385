import ArgumentParser

/// A cluster's version as far as it matters to manifests: `1.20`, `v1.31.4+k3s1`.
struct KubernetesVersion: ExpressibleByArgument, Sendable {
    let minor: Int

    init?(argument: String) {
        let parts = argument.drop { $0 == "v" }.split(separator: ".")
        guard parts.count >= 2, parts[0] == "1", let minor = Int(parts[1]), minor > 0 else {
            return nil
        }
        self.minor = minor
    }
}
