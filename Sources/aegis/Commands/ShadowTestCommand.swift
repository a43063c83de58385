import ArgumentParser

/// `aegis shadow-test`: prove a change before production sees it.
struct ShadowTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shadow-test",
        abstract: "Try a change before production sees it, and say what came of it.",
        discussion: """
            'aegis shadow-test' without a further word is 'aegis shadow-test run'; its options are \
            in 'aegis shadow-test run --help'.
            """,
        subcommands: [
            ShadowTestRunCommand.self, ShadowTestListCommand.self, ShadowTestGCCommand.self,
        ],
        defaultSubcommand: ShadowTestRunCommand.self)
}
