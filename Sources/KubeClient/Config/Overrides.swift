/// What the command line says against the kubeconfig, by kubectl's flags.
package struct Overrides: Sendable, Equatable {
    package var context: String?
    package var cluster: String?
    package var user: String?
    package var namespace: String?
    package var server: String?
    package var token: String?
    package var impersonate: String?
    package var impersonateGroups: [String] = []
    package var certificateAuthority: String?
    package var insecureSkipTLSVerify: Bool?
    package var tlsServerName: String?

    package init() {}
}
