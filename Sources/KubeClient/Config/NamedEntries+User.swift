internal import ClusterModel
internal import HTTP

extension NamedEntries {
    private var userEntry: UserEntry { user?.value ?? UserEntry() }

    func fillCertificate(_ tls: inout TLSOptions) throws(KubeError) {
        let place = user?.place
        let certificate = try pem(
            data: userEntry.clientCertificateData, file: userEntry.clientCertificate,
            "client-certificate", place)
        let key = try pem(
            data: userEntry.clientKeyData, file: userEntry.clientKey, "client-key", place)
        if (certificate == nil) != (key == nil) {
            let (there, missing) =
                key == nil
                ? ("client-certificate", "client-key") : ("client-key", "client-certificate")
            throw .configuration("user \"\(userName)\" has a \(there) but no \(missing)", at: place)
        }
        tls.clientCertificatePEM = certificate
        tls.clientKeyPEM = key
    }

    /// A token on the command line counts instead of whatever the kubeconfig has.
    func credential(
        _ access: ClusterAccess, _ overrides: Overrides
    ) throws(KubeError) -> Credential {
        if let token = overrides.token { return token.isEmpty ? .none : .token(token) }
        let entry = userEntry
        if let provider = entry.authProvider, entry.exec == nil {
            throw .configuration(
                "user \"\(userName)\" has the auth-provider \"\(provider.name)\", which Kubernetes dropped",
                at: user?.place, hint: "use the provider's exec plugin instead")
        }
        let hasToken = !entry.token.isEmpty || !entry.tokenFile.isEmpty
        if !entry.username.isEmpty {
            guard !hasToken else {
                throw .configuration(
                    "user \"\(userName)\" has a token and a password", at: user?.place,
                    hint: "keep one of the two")
            }
            return .basic(username: entry.username, password: entry.password)
        }
        if let exec = entry.exec {
            guard !hasToken else { return token(entry) }
            return .plugin(try plugin(exec, access))
        }
        return hasToken ? token(entry) : .none
    }

    private func token(_ entry: UserEntry) -> Credential {
        guard !entry.tokenFile.isEmpty else { return .token(entry.token) }
        let path = PathText.resolve(entry.tokenFile, against: user?.place.file ?? "")
        return .tokenFile(path: path, fallback: entry.token)
    }

    private func plugin(
        _ exec: ExecEntry, _ access: ClusterAccess
    ) throws(KubeError) -> ExecPlugin {
        let place = user?.place
        func fault(_ text: String, _ hint: String? = nil) -> KubeError {
            .configuration("user \"\(userName)\": \(text)", at: place, hint: hint)
        }
        guard !exec.command.isEmpty else { throw fault("exec has no command") }
        guard let version = ExecPlugin.Version(rawValue: exec.apiVersion) else {
            throw fault(
                "exec has the apiVersion \"\(exec.apiVersion)\"",
                "known: \(ExecPlugin.Version.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let mode: ExecPlugin.Interaction
        if exec.interactiveMode.isEmpty {
            guard version == .v1beta1 else { throw fault("exec has no interactiveMode") }
            mode = .ifAvailable
        } else {
            guard let known = ExecPlugin.Interaction(rawValue: exec.interactiveMode) else {
                throw fault(
                    "exec has the interactiveMode \"\(exec.interactiveMode)\"",
                    "known: Never, IfAvailable, Always")
            }
            mode = known
        }
        // Only a command with a slash is a path, and then relative to its kubeconfig.
        let isPath = exec.command.contains("/")
        let command =
            isPath ? PathText.resolve(exec.command, against: place?.file ?? "") : exec.command
        return ExecPlugin(
            command: command, entry: exec, version: version, interaction: mode,
            cluster: exec.provideClusterInfo ? clusterInfo(access) : nil, place: place)
    }

    private func clusterInfo(_ access: ClusterAccess) -> ExecClusterInfo {
        var info = ExecClusterInfo()
        info.server = access.server
        info.tlsServerName = access.tls.serverName ?? ""
        info.insecureSkipTLSVerify = access.tls.insecureSkipVerify
        info.certificateAuthorityData = Base64.encode(access.tls.caPEM ?? [])
        info.proxyURL = access.proxy ?? ""
        info.disableCompression = !access.compression
        let ours = cluster?.value.extensions.first { $0.name == ExecClusterInfo.extensionName }
        info.config = ours?.extension ?? AnyJSON()
        return info
    }

    func impersonation(_ overrides: Overrides) throws(KubeError) -> Impersonation {
        var result = Impersonation()
        let entry = userEntry
        result.user = overrides.impersonate ?? entry.impersonate
        result.uid = overrides.impersonate == nil ? entry.impersonateUID : ""
        result.groups =
            overrides.impersonateGroups.isEmpty && overrides.impersonate == nil
            ? entry.impersonateGroups : overrides.impersonateGroups
        result.extra = overrides.impersonate == nil ? entry.impersonateExtra : StringLists()
        if result.user.isEmpty, !result.groups.isEmpty || !result.uid.isEmpty {
            throw .configuration("groups to act as, but no user to act as", hint: "give --as too")
        }
        return result
    }
}
