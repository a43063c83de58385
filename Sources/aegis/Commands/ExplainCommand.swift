import ArgumentParser
import ClusterModel
import Detection
import Glibc
import StructuredData

/// `aegis explain`: what a rule means, and what to do.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say what a rule means, how it is detected, and what to do next.",
        discussion: """
            Without a rule it lists all. Needs no cluster.

            EXAMPLES
              aegis explain OOMKilled
              aegis explain AEG-401
              aegis explain -o markdown              all of them, as a page

            EXIT STATUS
              0 done    64 usage, or no rule of that name
            """)

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Output format.", valueName: "format"))
    var format: Format = .text

    @Argument(
        help: ArgumentHelp("A category or a code, in any case.", valueName: "rule"),
        completion: .list(Registry.names))
    var rule: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown
    }

    func validate() throws {
        if let rule, Registry.detectors(named: rule).isEmpty {
            throw ValidationError(Registry.noRule(named: rule))
        }
    }

    func run() throws {
        let entries = (rule.map(Registry.detectors(named:)) ?? Registry.detectors).map {
            ExplanationRecord($0.rule, $0.explanation)
        }
        switch format {
        case .text where rule == nil:
            try StandardOutput.write(RuleList.text(noHeaders: false))
        case .text:
            let terminal = Terminal(STDOUT_FILENO, environment: Environment.current)
            let texts = entries.map { ExplanationText($0, terminal: terminal).text }
            try StandardOutput.write(texts.joined(separator: "\n"))
        case .json:
            let list = ExplanationList(items: Always(entries))
            try StandardOutput.write(
                Document.bytes(list, kind: ExplanationList.kindName, format: .prettyJSON))
        case .markdown:
            try StandardOutput.write(entries.map(\.markdown).joined(separator: "\n"))
        }
    }
}

extension Registry {
    /// Every code, and every category once.
    static var names: [String] {
        var seen: Set<String> = []
        return rules.flatMap { [$0.category.rawValue, $0.code] }.filter { seen.insert($0).inserted }
    }

    /// What to say to who misspelt one.
    static func noRule(named name: String) -> String {
        let byLowercase = Dictionary(
            names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let near = nearestName(to: name.lowercased(), among: byLowercase.keys.sorted())
            .flatMap { byLowercase[$0] }
        let hint = near.map { "; did you mean '\($0)'?" } ?? "; 'aegis explain' lists them"
        return "no rule is called '\(name)'\(hint)"
    }
}
