import ArgumentParser

/// How results are written.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: OutputFormat = .text

    @Flag(help: "Leave out headings and the closing line of text output.")
    var noHeaders = false
}

/// The formats a report can be written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, ndjson, name, junit, sarif, markdown, html
}
