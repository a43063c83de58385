import ArgumentParser
import Shadow

/// How a change is tried.
struct ShadowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to try it. Default: namespace.", valueName: "runtime"),
        completion: .list(RuntimeName.allCases.map(\.rawValue)))
    var runtime: RuntimeName?

    @Option(
        help: ArgumentHelp(
            "How long the copies may take to become well. Default: 2m.", valueName: "duration"))
    var timeout: Seconds?

    @Option(
        help: ArgumentHelp(
            "How long a copy must be well, or unwell, to count as such. Default: 15s.",
            valueName: "duration"))
    var settle: Seconds?

    @Option(
        help: ArgumentHelp(
            "At most so many replicas in each copy.", valueName: "count"))
    var shadowReplicas = 1

    @Option(
        help: ArgumentHelp(
            "A GET that the changed copy must answer with 200 to 399 (repeatable).",
            valueName: "port/path"))
    var probe: [HTTPProbe] = []

    @Flag(help: "Leave the copies of a change that does not pass, for a day.")
    var keepOnFailure = false

    func validate() throws {
        if !(1...100).contains(shadowReplicas) {
            throw ValidationError("--shadow-replicas must be between 1 and 100")
        }
    }
}

extension RuntimeName: ExpressibleByArgument {}

extension HTTPProbe: ExpressibleByArgument {
    package init?(argument: String) { self.init(text: argument) }
}
