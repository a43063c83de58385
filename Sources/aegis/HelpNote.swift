import ArgumentParser

/// The last line of a subcommand's help: where the options are that it leaves out.
enum HelpNote {
    /// - Parameter text: what is about to be printed, help or not.
    static func added(to text: String) -> String {
        guard !CommandLine.arguments.contains("--help-hidden"), let path = path(in: text) else {
            return text
        }
        let short = Aegis.helpMessage(for: path.command)
        guard Aegis.helpMessage(for: path.command, includeHidden: true) != short else {
            return text
        }
        let page = (["aegis"] + path.page).joined(separator: "-")
        return text + "\nMore options: aegis \(path.words.joined(separator: " ")) --help-hidden, "
            + "or 'man \(page)'."
    }

    /// The subcommand whose help this is; nil if it is none.
    private static func path(in text: String) -> SubcommandPath? {
        guard text.hasPrefix("OVERVIEW: ") else { return nil }
        let usage = text.split(separator: "\n").first { $0.hasPrefix("USAGE: ") }
        // Behind `aegis` or `kubectl aegis`.
        let words = (usage ?? "").split(separator: " ").drop { $0 != "aegis" }.dropFirst()
            .prefix { $0.first?.isLetter ?? false }.map(String.init)
        return SubcommandPath.all.first { $0.words == words }
    }
}

extension SubcommandPath {
    /// The words of its man page: what is run without a further word is on its parent's.
    var page: [String] {
        let parent = Self.all.first { $0.words == Array(words.dropLast()) }
        let isDefault = parent?.command.configuration.defaultSubcommand == command
        return isDefault ? Array(words.dropLast()) : words
    }
}
