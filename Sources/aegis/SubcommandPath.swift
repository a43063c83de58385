import ArgumentParser
import ClusterModel

/// A subcommand, and the words that lead to it: `index dump`.
struct SubcommandPath {
    let words: [String]
    let command: any ParsableCommand.Type

    static let all = below(Aegis.self, words: [])

    private static func below(
        _ parent: any ParsableCommand.Type, words: [String]
    ) -> [SubcommandPath] {
        parent.configuration.subcommands.flatMap { child in
            let path = words + [child._commandName]
            return [SubcommandPath(words: path, command: child)] + below(child, words: path)
        }
    }

    /// Empty for what is no subcommand.
    static func path(to command: any ParsableCommand.Type) -> [String] {
        all.first { $0.command == command }?.words ?? []
    }
}

extension SubcommandPath {
    /// Looks at a command line before it is parsed: the parser would call a misspelt subcommand an
    /// unexpected argument, or show its parent's help.
    ///
    /// - Throws: for a word in the place of a subcommand that is none.
    static func check(_ arguments: ArraySlice<String>) throws {
        var configuration = Aegis.configuration
        for word in arguments {
            let children = configuration.subcommands
            // The parser knows `help` in the place of a subcommand, and then any of them.
            if children.isEmpty || word.hasPrefix("-") || word == "help" { return }
            guard let child = children.first(where: { $0._commandName == word }) else {
                // It may be what the default subcommand is about.
                if configuration.defaultSubcommand != nil { return }
                let names = children.map { $0._commandName }
                let hint = nearestName(to: word, among: names).map { "; did you mean '\($0)'?" }
                throw ValidationError("there is no subcommand '\(word)'" + (hint ?? ""))
            }
            configuration = child.configuration
        }
    }
}
