import ArgumentParser

/// How proposals are written.
struct ProposalOutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Output format.", valueName: "format"))
    var format: ProposalFormat = .text

    @Flag(help: "Leave out headings and the closing line of text output.")
    var noHeaders = false

    /// Whether the output does not say itself what could not be read.
    var leavesGapsOut: Bool {
        switch format {
        case .text: noHeaders
        case .json, .yaml, .junit, .sarif, .markdown, .html: false
        case .ndjson, .name, .patch, .kustomize: true
        }
    }
}

/// The formats proposals can be written in.
enum ProposalFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, yaml, ndjson, name, patch, kustomize, junit, sarif, markdown, html
}
