import ArgumentParser
import ClusterModel
import KubeClient

/// Whose rights, and where.
struct RightsOptions: ParsableArguments {
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "What aegis is to do, separated by commas. Default: scan.", valueName: "subcommands"),
        completion: .list(SubcommandList.knownNames),
        transform: { try SubcommandList(argument: $0) })
    var subcommands = SubcommandList.scan

    @Option(
        help: ArgumentHelp(
            "Rights in this namespace only, for 'scan -n' (repeatable). Default: the whole "
                + "cluster.", valueName: "namespace"),
        completion: Completion.namespaces)
    var only: [String] = []

    @Flag(
        help: ArgumentHelp(
            "With --only, nothing outside the namespaces: what their owner can grant. Reports "
                + "then say that nodes and the like were not seen, and end with status 3."))
    var noClusterRole = false

    func validate() throws {
        for name in only where !ScopeOptions.isNamespace(name) {
            throw ValidationError("\"\(name)\" is no name of a namespace")
        }
        if noClusterRole, only.isEmpty {
            throw ValidationError("--no-cluster-role needs --only")
        }
        let makesNamespaces = subcommands.permissions.contains {
            $0.verb != "list" && !$0.isNamespaced
        }
        if noClusterRole, makesNamespaces {
            throw ValidationError(
                "\(subcommands) makes or removes namespaces, which takes a ClusterRole")
        }
    }
}

extension RightsOptions {
    /// Where a right is needed: in one namespace, or (nil) in the whole cluster.
    func places(of permission: Permission) -> [String?] {
        if only.isEmpty { return [nil] }
        if permission.isNamespaced { return only }
        return noClusterRole ? [] : [nil]
    }
}
