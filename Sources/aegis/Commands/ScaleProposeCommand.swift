import ArgumentParser

/// `aegis scale-propose`: replicas and sizes, and the queue of what was proposed.
struct ScaleProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale-propose",
        abstract: "Propose replicas and sizes, with the arithmetic and the risk replayed.",
        discussion: """
            Without a subcommand it proposes: 'aegis scale-propose deploy/web -n shop'; its options are
            in 'aegis scale-propose propose --help'. It writes to no cluster.
            """,
        subcommands: [ProposeCommand.self, QueueCommand.self],
        defaultSubcommand: ProposeCommand.self)
}
