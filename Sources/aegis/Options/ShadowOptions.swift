import ArgumentParser
import ClusterModel
import Shadow

/// How a change is tried.
struct ShadowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where to try it.",
            valueName: "runtime"),
        completion: .list(RuntimeName.allCases.map(\.rawValue)))
    var runtime: RuntimeName?

    @Option(
        help: ArgumentHelp(
            "Simulate on this dump: a file or a directory (-f is the change).",
            valueName: "path"),
        completion: .file())
    var snapshot: [String] = []

    @Flag(help: "Simulate on the built-in demo cluster.")
    var demo = false

    @Option(
        help: ArgumentHelp(
            "Judge a simulation as of this moment (RFC 3339). Default: the clock for a live "
                + "cluster, a dump's own time for a dump.",
            valueName: "time", visibility: .rare))
    var now: Timestamp?

    @Option(
        help: ArgumentHelp(
            "How long the copies may take to become well. Default: 2m.", valueName: "duration",
            visibility: .rare))
    var timeout: Seconds?

    @Option(
        help: ArgumentHelp(
            "How long a copy must be well, or unwell, to count as such. Default: 15s.",
            valueName: "duration", visibility: .rare))
    var settle: Seconds?

    @Option(
        help: ArgumentHelp(
            "At most so many replicas in each copy. Default: 1.", valueName: "count",
            visibility: .rare))
    var shadowReplicas: Int?

    @Option(
        help: ArgumentHelp(
            "A GET that the changed copy must answer with 200 to 399 (repeatable).",
            valueName: "port/path"))
    var probe: [HTTPProbe] = []

    @Flag(
        help: ArgumentHelp(
            "Leave the copies of a change that does not pass, for a day.", visibility: .rare))
    var keepOnFailure = false

    /// Whether there is no cluster to ask.
    var isOffline: Bool { demo || !snapshot.isEmpty }

    /// What is asked of copies that this runtime does not make.
    func fault(of runtime: RuntimeName?) -> String? {
        guard let runtime, runtime == .simulate || runtime == .dryRun else { return nil }
        let given = [
            ("--timeout", timeout != nil), ("--settle", settle != nil),
            ("--shadow-replicas", shadowReplicas != nil), ("--probe", !probe.isEmpty),
            ("--keep-on-failure", keepOnFailure),
        ].filter(\.1).map(\.0)
        if given.isEmpty { return nil }
        return "\(given.joined(separator: ", ")): the runtime \(runtime.rawValue) makes no copy"
    }

    func validate() throws {
        if demo, !snapshot.isEmpty {
            throw ValidationError("--demo and --snapshot exclude each other")
        }
        if snapshot.contains("") { throw ValidationError("--snapshot names no file") }
        if isOffline, let runtime, runtime != .simulate {
            throw ValidationError("--runtime \(runtime.rawValue) needs a cluster, not a dump")
        }
        if let fault = fault(of: isOffline ? .simulate : runtime) { throw ValidationError(fault) }
        if let shadowReplicas, !(1...100).contains(shadowReplicas) {
            throw ValidationError("--shadow-replicas must be between 1 and 100")
        }
    }
}

extension RuntimeName: ExpressibleByArgument {}

extension HTTPProbe: ExpressibleByArgument {
    package init?(argument: String) { self.init(text: argument) }
}
