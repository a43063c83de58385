import ArgumentParser
import ClusterModel

/// The subcommands that a command line names, looked at before it is parsed: the parser would call
/// a misspelt one an unexpected argument, or show its parent's help.
enum SubcommandPath {
    /// - Throws: for a word in the place of a subcommand that is none.
    static func check(_ arguments: ArraySlice<String>) throws {
        var children = Aegis.configuration.subcommands
        for word in arguments {
            // The parser knows `help` in the place of a subcommand, and then any of them.
            if children.isEmpty || word.hasPrefix("-") || word == "help" { return }
            guard let child = children.first(where: { $0._commandName == word }) else {
                let names = children.map { $0._commandName }
                let hint = nearestName(to: word, among: names).map { "; did you mean '\($0)'?" }
                throw ValidationError("there is no subcommand '\(word)'" + (hint ?? ""))
            }
            children = child.configuration.subcommands
        }
    }
}
