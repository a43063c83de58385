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

/// Subcommands that can run by themselves.
struct SubcommandList: Sendable, CustomStringConvertible {
    let commands: [any UnattendedCommand.Type]

    static let scan = SubcommandList(commands: [ScanCommand.self])

    static var known: [any UnattendedCommand.Type] {
        SubcommandPath.all.compactMap { $0.command as? any UnattendedCommand.Type }
    }

    static var knownNames: [String] { known.map { $0.recordedName } }

    private init(commands: [any UnattendedCommand.Type]) { self.commands = commands }

    init(argument: String) throws {
        var commands: [any UnattendedCommand.Type] = []
        for word in argument.split(separator: ",").map(String.init) {
            guard let command = Self.known.first(where: { $0.recordedName == word }) else {
                throw ValidationError(Self.complaint(word))
            }
            if !commands.contains(where: { $0 == command }) { commands.append(command) }
        }
        guard !commands.isEmpty else { throw ValidationError("it names no subcommand") }
        self.commands = commands
    }

    private static func complaint(_ word: String) -> String {
        let hint = nearestName(to: word, among: knownNames).map { "; did you mean '\($0)'?" }
        return "'\(word)' is not one of \(knownNames.joined(separator: ", "))" + (hint ?? "")
    }

    var description: String { commands.map { $0.recordedName }.joined(separator: ",") }

    /// What all of them need, each right once, in the order of groups and resources.
    var permissions: [Permission] {
        Set(commands.flatMap { $0.permissions }).sorted {
            ($0.path.groupVersion.group, $0.resource, $0.verb)
                < ($1.path.groupVersion.group, $1.resource, $1.verb)
        }
    }
}
