import ArgumentParser
import ClusterModel
import KubeClient

/// Subcommands that can be given rights.
struct SubcommandList: Sendable, CustomStringConvertible {
    let commands: [any PermittedCommand.Type]

    static let scan = SubcommandList(commands: [ScanCommand.self])

    static var known: [any PermittedCommand.Type] {
        SubcommandPath.all.compactMap { $0.command as? any PermittedCommand.Type }
    }

    static var knownNames: [String] { known.map { $0.recordedName } }

    private init(commands: [any PermittedCommand.Type]) { self.commands = commands }

    init(argument: String) throws {
        var commands: [any PermittedCommand.Type] = []
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
        let all = Set(commands.flatMap { $0.permissions })
        // What is needed everywhere is there in single namespaces too.
        return all.filter {
            !$0.isNamespaced || !all.contains(Permission($0.verb, $0.path, isNamespaced: false))
        }.sorted {
            ($0.path.groupVersion.group, $0.resource, $0.verb)
                < ($1.path.groupVersion.group, $1.resource, $1.verb)
        }
    }
}

/// The one subcommand that a CronJob runs.
struct UnattendedSubcommand: Sendable {
    let command: any UnattendedCommand.Type

    static let scan = UnattendedSubcommand(command: ScanCommand.self)

    static var knownNames: [String] {
        SubcommandList.known.compactMap { ($0 as? any UnattendedCommand.Type)?.recordedName }
    }

    private init(command: any UnattendedCommand.Type) { self.command = command }

    init(argument: String) throws {
        let named = try SubcommandList(argument: argument).commands
        guard let first = named.first, named.count == 1 else {
            throw ValidationError("a CronJob runs one subcommand; print one for each")
        }
        guard let command = first as? any UnattendedCommand.Type else {
            throw ValidationError("\(first.recordedName) is for somebody who has a change to test")
        }
        self.command = command
    }
}
