import ArgumentParser
import KubeClient

/// `aegis manifests rbac`: the least rights for what aegis is to do, or whether one has them.
struct RBACCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rbac",
        abstract: "Print a ServiceAccount with the least rights for what it is to do.",
        usage: "aegis manifests rbac [<options>]",
        discussion: """
            Rights are to list; for analyze also to get logs, for scale-propose to ask a
            Prometheus through the API server. ConfigMaps and Secrets are asked for as
            metadata, but RBAC cannot say so: whoever may list Secrets could also read them.
            It has no rights for dry runs alone either: analyze gets none to patch, and
            shadow-test, which makes namespaces and what is in them, may patch what it
            tries. --apply and --record take rights of your own.

            EXAMPLES
              aegis manifests rbac --for scan,metrics | kubectl apply -f -
              aegis manifests rbac --only shop --only blog
              aegis manifests rbac --check --as system:serviceaccount:aegis:aegis

            EXIT STATUS
              0 done; with --check, nothing is missing    1 with --check, something is
              2 could not ask    64 usage
            """)

    @Flag(help: "Print which of these rights the current identity lacks, instead of manifests.")
    var check = false

    @OptionGroup(title: "Rights") var rights: RightsOptions
    @OptionGroup(title: "Objects") var options: ManifestOptions
    @OptionGroup(title: "Cluster (with --check)") var cluster: ClusterOptions
    @OptionGroup(title: "Settings (with --check)") var state: StateOptions

    func run() async throws {
        guard check else {
            return try options.print(RBACManifests(options: options, rights: rights).all)
        }
        let environment = Environment.current
        let settings = try Settings.load(state, environment: environment)
        let live = LiveSource(
            options: cluster, settings: settings, environment: environment, kinds: [])
        let client = try live.connect()
        defer { client.close() }
        let missing = try await PermissionCheck(client: client, rights: rights).missing()
        guard missing.isEmpty else {
            try StandardOutput.write(missing.text)
            throw ExitStatus.found.code
        }
        try StandardOutput.write("nothing is missing for \(rights.subcommands)\n")
    }
}
