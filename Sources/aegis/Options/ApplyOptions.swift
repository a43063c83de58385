import ArgumentParser
import Shadow

/// How a change that has passed is brought into production.
struct ApplyOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Apply a change that passed, in stages, and take it back if that does harm."))
    var apply = false

    @Option(
        help: ArgumentHelp(
            "Pods with the change at each stage. Default: 10%,50%,100%.", valueName: "percents"))
    var stages: Stages?

    @Option(
        help: ArgumentHelp(
            "How long a stage must be well before the next. Default: 30s.", valueName: "duration",
            visibility: .rare))
    var pause: Seconds?

    @Option(
        help: ArgumentHelp(
            "How long a stage may take to become well. Default: 5m.", valueName: "duration",
            visibility: .rare))
    var stageTimeout: Seconds?

    @Flag(name: [.customShort("y"), .long], help: "Do not ask before applying.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "The kopf peering whose operators are respected. Default: default.",
            valueName: "name", visibility: .rare))
    var peering: String?

    @Option(
        help: ArgumentHelp(
            "Refuse beside a live peer of this priority or a higher one. Default: 0.",
            valueName: "number", visibility: .rare))
    var priority: Int?

    @Flag(
        help: ArgumentHelp(
            "Be a peer while applying, which pauses operators of lower priority.", visibility: .rare
        ))
    var peeringHold = false

    func validate() throws {
        let others: [(String, Bool)] = [
            ("stages", stages != nil), ("pause", pause != nil),
            ("stage-timeout", stageTimeout != nil), ("yes", yes), ("peering", peering != nil),
            ("priority", priority != nil), ("peering-hold", peeringHold),
        ]
        if !apply, let (name, _) = others.first(where: \.1) {
            throw ValidationError("--\(name) is for --apply")
        }
        if peering?.isEmpty ?? false { throw ValidationError("--peering names nothing") }
    }
}

extension Stages: ExpressibleByArgument {
    package init?(argument: String) { self.init(text: argument) }
}
