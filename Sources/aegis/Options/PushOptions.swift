import ArgumentParser
import HTTP
import Telemetry

/// Where metrics are sent to, and as which group.
struct PushOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Send to this Pushgateway instead of printing.", valueName: "url"))
    var push: String?

    @Option(help: ArgumentHelp("The group's job.", valueName: "name", visibility: .rare))
    var job = "aegis"

    @Option(
        help: ArgumentHelp(
            "A further label of the group (repeatable). Default: cluster=NAME, so that clusters "
                + "do not overwrite each other.", valueName: "name=value", visibility: .rare))
    var grouping: [LabelArgument] = []

    func validate() throws {
        if let push, URLParts(push) == nil {
            throw ValidationError("--push \"\(push)\" is no http or https address")
        }
        if job.isEmpty { throw ValidationError("--job names no job") }
        if push == nil, !grouping.isEmpty || job != "aegis" {
            throw ValidationError("--job and --grouping go with --push")
        }
        if grouping.contains(where: { $0.name == "job" }) {
            throw ValidationError("--grouping has no job; --job names it")
        }
    }
}

/// `name=value`, with a name that Prometheus allows.
struct LabelArgument: ExpressibleByArgument, Equatable {
    let name: String
    let value: String

    init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
        guard MetricName.isValidLabel(name) else { return nil }
    }
}
