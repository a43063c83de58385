internal import HTTP

/// The access that a pod is given to its own cluster.
enum ServiceAccount {
    static let folder = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// `nil` outside a cluster.
    static func access(
        environment: [String: String], folder: String = folder
    ) throws(KubeError) -> ClusterAccess? {
        guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
            let port = environment["KUBERNETES_SERVICE_PORT"], !port.isEmpty
        else { return nil }
        let token = folder + "/token"
        do {
            _ = try FileBytes.read(token)
        } catch {
            if error.isMissing { return nil }
            throw .configuration(error.reason, in: token)
        }
        var access = ClusterAccess(server: "https://\(bracketed(host)):\(port)")
        // A pod without this file trusts the system's authorities, as client-go does.
        access.tls.caPEM = try? FileBytes.read(folder + "/ca.crt")
        access.credential = .tokenFile(path: token, fallback: "")
        if let namespace = try? FileBytes.read(folder + "/namespace") {
            access.namespace = String(decoding: namespace, as: UTF8.self).trimmed
        }
        return access
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") ? "[\(host)]" : host
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
