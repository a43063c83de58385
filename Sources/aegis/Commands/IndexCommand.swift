import ArgumentParser

/// `aegis index`: look-ups.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Look things up in a cluster, for scripts.",
        subcommands: [IndexDumpCommand.self])
}
