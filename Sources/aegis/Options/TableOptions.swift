import ArgumentParser

/// How rows are written.
struct TableOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: TableFormat = .table

    @Flag(help: "Leave out the headings of tables.")
    var noHeaders = false
}

/// The formats rows can be written in.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, yaml, ndjson
}
