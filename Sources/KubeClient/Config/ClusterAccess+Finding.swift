internal import HTTP

extension ClusterAccess {
    /// Access as kubectl would find it: kubeconfig first, the pod's service account where there is
    /// no kubeconfig.
    package static func find(
        kubeconfig: String?, overrides: Overrides, environment: [String: String]
    ) throws(KubeError) -> ClusterAccess {
        try find(
            kubeconfig: kubeconfig, overrides: overrides, environment: environment,
            serviceAccount: ServiceAccount.folder)
    }

    static func find(
        kubeconfig: String?, overrides: Overrides, environment: [String: String],
        serviceAccount folder: String
    ) throws(KubeError) -> ClusterAccess {
        let config = try Kubeconfig.load(explicit: kubeconfig, environment: environment)
        if config.isEmpty, overrides.server == nil {
            if kubeconfig == nil,
                let inside = try ServiceAccount.access(environment: environment, folder: folder)
            {
                return try inside.overridden(by: overrides)
            }
            throw nothingFound(config)
        }
        return try config.resolve(overrides)
    }

    private static func nothingFound(_ config: Kubeconfig) -> KubeError {
        let hint = "set KUBECONFIG or --kubeconfig, or read a dump with -f"
        if let empty = config.files.first {
            return .configuration(
                "is a kubeconfig without clusters, contexts and users", in: empty, hint: hint)
        }
        if let missing = config.missing.first {
            return .configuration("there is no kubeconfig", in: missing, hint: hint)
        }
        return .configuration("there is no kubeconfig", hint: hint)
    }

    private func overridden(by overrides: Overrides) throws(KubeError) -> ClusterAccess {
        if let name = overrides.context ?? overrides.cluster ?? overrides.user {
            throw .configuration(
                "\"\(name)\" is not there: inside a pod there is no kubeconfig to name it in")
        }
        var access = self
        let none = NamedEntries(clusterName: "", cluster: nil, userName: "", user: nil)
        if let token = overrides.token { access.credential = .token(token) }
        if let namespace = overrides.namespace { access.namespace = namespace }
        if let isInsecure = overrides.insecureSkipTLSVerify {
            access.tls.insecureSkipVerify = isInsecure
            if isInsecure { access.tls.caPEM = nil }
        }
        if let file = overrides.certificateAuthority {
            access.tls.caPEM = try none.pem(file: file, "--certificate-authority", nil)
        }
        access.impersonation = try none.impersonation(overrides)
        return access
    }
}
