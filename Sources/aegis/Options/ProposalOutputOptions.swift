import ArgumentParser

/// How proposals are written.
struct ProposalOutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Output format; patch gives kubectl commands.", valueName: "format"))
    var format: ProposalFormat = .text

    @Flag(help: "Leave out headings and the closing line of text output.")
    var noHeaders = false
}

/// The formats proposals can be written in.
enum ProposalFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, ndjson, name, patch, kustomize
}
