import ArgumentParser
import Logging

/// How much is said on standard error, and in which form.
struct LogOptions: ParsableArguments {
    @Flag(
        name: .customShort("v"),
        help: "Say what is being done; -vv names each request too.")
    var verbosity: Int

    @Option(
        help: ArgumentHelp(
            "Standard error as lines of text or of JSON.", valueName: "format", visibility: .rare))
    var logFormat: LogFormat?

    /// Flags come first, then `DEBUG` and `OBS_LOG_LEVEL`, then the configuration file.
    func level(_ settings: ObservabilitySettings, _ environment: [String: String]) -> Logger.Level {
        if verbosity > 0 { return verbosity > 1 ? .debug : .info }
        if let debug = environment["DEBUG"], ["1", "true", "yes"].contains(debug.lowercased()) {
            return .debug
        }
        let name = environment.nonEmpty("OBS_LOG_LEVEL") ?? settings.logLevel
        return Logger.Level(name: name) ?? .notice
    }
}

/// The form of a line on standard error.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

extension Logger.Level {
    /// As other programs name their levels too; nil for anything else.
    init?(name: String) {
        switch name.lowercased() {
        case "warn": self = .warning
        case "fatal": self = .critical
        case let name: self.init(rawValue: name)
        }
    }
}
