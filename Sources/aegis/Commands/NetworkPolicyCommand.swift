import ArgumentParser

/// `aegis manifests networkpolicy`: whom the pods may talk to.
struct NetworkPolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "networkpolicy",
        abstract: "Print a NetworkPolicy that lets aegis's pods reach the API server alone.",
        usage: "aegis manifests networkpolicy [<options>]",
        discussion: """
            Targets are ADDRESS:PORT, CIDR:PORT, NAMESPACE:PORT, or :PORT for any
            address. A namespace is known by its label kubernetes.io/metadata.name,
            which 1.21 introduced.

            EXAMPLES
              kubectl get endpoints kubernetes       says where the API server is
              aegis manifests networkpolicy --api-server 10.0.0.1:6443
              aegis manifests networkpolicy --egress monitoring:9091
            """)

    @Option(
        help: ArgumentHelp(
            "The API server's own address, not that of its Service (repeatable). Default: any "
                + "address at ports 443 and 6443.", valueName: "target"))
    var apiServer: [EgressTarget] = []

    @Option(
        help: ArgumentHelp(
            "What else to let through, such as a Pushgateway (repeatable); name servers too then.",
            valueName: "target"))
    var egress: [EgressTarget] = []

    @OptionGroup(title: "Objects") var options: ManifestOptions

    func run() throws {
        let policy = NetworkPolicyManifest(
            options: options, apiServer: apiServer, egress: egress)
        try options.print([policy.manifest])
    }
}
