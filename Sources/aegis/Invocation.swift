import ArgumentParser

/// How the program was called: by itself, or by kubectl as its plugin.
enum Invocation {
    /// What the user typed to get here.
    static let name = isPlugin ? "kubectl aegis" : "aegis"

    private static let isPlugin =
        CommandLine.arguments.first?.split(separator: "/").last == "kubectl-aegis"

    /// Help and hints tell what to type; they are written for `aegis SUBCOMMAND`.
    static func asCalled(_ text: String) -> String {
        guard isPlugin else { return text }
        return Aegis.configuration.subcommands.reduce(text) { text, command in
            let words = "aegis \(command._commandName)"
            return text.replacing("kubectl \(words)", with: words)
                .replacing(words, with: "kubectl \(words)")
        }
    }
}
