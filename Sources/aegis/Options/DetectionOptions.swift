import ArgumentParser
import ClusterModel
import Detection

/// What counts as trouble.
struct DetectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Report from this severity on.", valueName: "severity"))
    var level: Severity?

    @Option(
        help: ArgumentHelp(
            "Exit 1 for incidents from this severity on; 'never' for none. Default: high.",
            valueName: "severity"))
    var failOn: FailOn?

    @Option(
        help: ArgumentHelp(
            "How far back restarts, kills and events count. Default: 1h.",
            valueName: "duration"))
    var since: Seconds?

    @Option(
        help: ArgumentHelp(
            "How long a new or changed object may take to settle. Default: 2m.",
            valueName: "duration", visibility: .rare))
    var grace: Seconds?

    @Option(
        help: ArgumentHelp(
            "Leave out this rule, by code or category (repeatable).", valueName: "rule"),
        completion: .list(Registry.names))
    var disable: [String] = []

    @Flag(
        help: ArgumentHelp(
            "Only objects annotated with aegis.io/monitor: enabled.", visibility: .rare))
    var optIn = false

    func validate() throws {
        let names = Registry.rules.flatMap { [$0.code, $0.category.rawValue] }
        for name in disable where !names.contains(name) {
            throw ValidationError(Registry.noRule(named: name))
        }
    }
}

extension Severity: ExpressibleByArgument {}

/// The severity that makes a run fail.
enum FailOn: Hashable, ExpressibleByArgument {
    case never
    case severity(Severity)

    init?(argument: String) {
        if argument == "never" {
            self = .never
        } else if let severity = Severity(rawValue: argument) {
            self = .severity(severity)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Severity.allCases.map(\.rawValue) + ["never"] }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

    var threshold: Severity? {
        switch self {
        case .never: nil
        case .severity(let severity): severity
        }
    }
}

/// A length of time as Kubernetes and Prometheus write it: `90s`, `15m`, `1h30m`, `2d`.
struct Seconds: Hashable, ExpressibleByArgument {
    let count: Int

    init?(argument: String) {
        var total = 0
        var digits = ""
        for character in argument {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let unit = ["s": 1, "m": 60, "h": 3600, "d": 86400][character],
                let value = Int(digits), value <= 1_000_000
            else { return nil }
            total += value * unit
            digits = ""
        }
        if let rest = Int(digits), digits == argument, rest <= 1_000_000_000 { total = rest }
        guard total > 0, digits.isEmpty || digits == argument else { return nil }
        count = total
    }
}
