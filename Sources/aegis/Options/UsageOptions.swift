import ArgumentParser
import Scaling

/// Where past usage comes from.
struct UsageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where usage is taken from.", valueName: "source"))
    var usage: UsageChoice = .auto

    @Option(
        help: ArgumentHelp(
            "UsageSeries lines, PodMetrics or VPA checkpoints (repeatable).",
            valueName: "file"),
        completion: .file())
    var usageFile: [String] = []

    @Option(
        help: ArgumentHelp(
            "Prometheus' address. Default: one in the cluster, by the API server.",
            valueName: "url"))
    var prometheus: String?

    @Option(
        help: ArgumentHelp(
            "A header for Prometheus, such as 'X-Scope-OrgID: shop' (repeatable).",
            valueName: "name: value", visibility: .rare))
    var prometheusHeader: [HeaderField] = []

    @Option(
        help: ArgumentHelp(
            "How far back to look. Default: 14d.", valueName: "duration", visibility: .rare))
    var history: Seconds?

    @Option(
        help: ArgumentHelp(
            "From one sample of Prometheus to the next. Default: 5m.", valueName: "duration",
            visibility: .rare))
    var step: Seconds?

    /// Whole days, at least one.
    var days: Int { max(1, (history?.count ?? 14 * 86400) / 86400) }

    func validate() throws {
        if usageFile.contains("") { throw ValidationError("--usage-file names no file") }
        if usage == .file, usageFile.isEmpty {
            throw ValidationError("--usage file needs --usage-file")
        }
        if let history, history.count > 366 * 86400 {
            throw ValidationError("--history must be at most 366d")
        }
        if let step, !(15...3600).contains(step.count) {
            throw ValidationError("--step must be between 15s and 1h")
        }
        if !usageFile.isEmpty, prometheus != nil {
            throw ValidationError("--usage-file and --prometheus exclude each other")
        }
    }
}

/// A source by name, or the best there is.
enum UsageChoice: Hashable, ExpressibleByArgument {
    case auto
    case metricsServer, prometheus, vpa, file

    init?(argument: String) {
        guard let found = Self.names.first(where: { $0.0 == argument }) else { return nil }
        self = found.1
    }

    private static let names: [(String, UsageChoice)] = [
        ("auto", .auto), (UsageKind.prometheus.rawValue, .prometheus),
        (UsageKind.vpa.rawValue, .vpa), (UsageKind.metricsServer.rawValue, .metricsServer),
        (UsageKind.file.rawValue, .file),
    ]

    static var allValueStrings: [String] { names.map(\.0) }
    var defaultValueDescription: String { "auto" }
}

/// A header field. Credentials are not taken from the command line, where other users see them.
struct HeaderField: Hashable, ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        name = String(parts[0])
        value = String(parts[1].drop { $0 == " " })
        if ["authorization", "cookie", "proxy-authorization"].contains(name.lowercased()) {
            return nil
        }
    }
}
