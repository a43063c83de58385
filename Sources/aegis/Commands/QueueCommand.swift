import ArgumentParser
import ClusterModel
import Glibc
import KubeClient
import Scaling
import StructuredData

/// `aegis scale-propose queue`: what waits to be tried or applied.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List, show and drop proposals that wait.",
        discussion: """
            Proposals of 'aegis scale-propose --queue' wait here until they expire, are dropped, or a
            newer one for the same object takes their place. Each cluster has a queue of its own.
            """,
        subcommands: [List.self, Show.self, Drop.self],
        defaultSubcommand: List.self)

    /// Which queue: that of a cluster's name as reports have it.
    struct Options: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "The cluster's name, as documents have it under metadata.cluster. Default: that of "
                    + "the current context.", valueName: "name"))
        var ofCluster: String?

        @Option(
            help: ArgumentHelp(
                "Judge expiry as of this moment (RFC 3339).", valueName: "time", visibility: .rare))
        var now: Timestamp?

        @OptionGroup(title: "Cluster") var cluster: ClusterOptions
        @OptionGroup var state: StateOptions

        func validate() throws {
            if state.noState { throw ValidationError("without state there is no queue") }
        }

        var moment: Timestamp { now ?? .current }

        func queue() throws -> ProposalQueue {
            let environment = Environment.current
            let settings = try Settings.load(state, environment: environment)
            let name = try ofCluster ?? currentName(settings, environment)
            return ProposalQueue(
                StateDirectory(state, cluster: name, environment: environment))
        }

        private func currentName(
            _ settings: Settings, _ environment: [String: String]
        ) throws -> String {
            let source = LiveSource(
                options: cluster, settings: settings, environment: environment, kinds: [])
            return try source.access().displayName
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the proposals that wait.",
            usage: "aegis scale-propose queue list [<options>]")

        @OptionGroup var options: Options
        @OptionGroup var output: ProposalOutputOptions

        func run() async throws {
            try QueueCommand.print(
                try options.queue().proposals(now: options.moment), output, showsTable: true)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show proposals by id or object.",
            usage: "aegis scale-propose queue show <name> ... [<options>]")

        @Argument(
            help: ArgumentHelp("The beginning of an id, or an object.", valueName: "name"),
            completion: Completion.proposals)
        var names: [String]

        @OptionGroup var options: Options
        @OptionGroup var output: ProposalOutputOptions

        func run() async throws {
            var found = try options.queue().proposals(now: options.moment)
            found.items.value.removeAll { proposal in
                !names.contains(where: proposal.answers(to:))
            }
            if found.items.value.isEmpty {
                throw InputError(
                    message: "no proposal that waits is called \(names.joined(separator: ", "))")
            }
            try QueueCommand.print(found, output, showsTable: false)
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drop", abstract: "Drop proposals by id or object.",
            usage: "aegis scale-propose queue drop <name> ... [<options>]")

        @Argument(
            help: ArgumentHelp("The beginning of an id, or an object.", valueName: "name"),
            completion: Completion.proposals)
        var names: [String]

        @OptionGroup var options: Options

        func run() async throws {
            let dropped = try options.queue().drop(names, now: options.moment)
            if dropped.isEmpty {
                throw InputError(
                    message: "no proposal that waits is called \(names.joined(separator: ", "))")
            }
            for proposal in dropped {
                try StandardOutput.write(
                    "dropped \(proposal.id) of \(proposal.target.text.printable)\n")
            }
        }
    }

    private static func print(
        _ list: ScalingProposalList, _ output: ProposalOutputOptions, showsTable: Bool
    ) throws {
        let terminal = Terminal(STDOUT_FILENO, environment: Environment.current)
        if showsTable, output.format == .text {
            let table = QueueTable(list.items.value, noHeaders: output.noHeaders)
            return try StandardOutput.write(table.text)
        }
        // What closes a report is about a run, and there was none.
        let renderer = ProposalRenderer(terminal: terminal, noHeaders: true, showsAll: true)
        let report = ProposalReport(list: list)
        try StandardOutput.write(renderer.render(report, as: output.format))
    }
}
