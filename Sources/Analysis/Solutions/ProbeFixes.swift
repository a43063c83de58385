import ClusterModel
import Detection

/// Probes that ask what is there, and wait long enough.
enum ProbeFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .probePort(let place, let kind, let wrong, let right):
            return port(place, kind, wrong, right, file)
        case .probePath(let place, let kind, let right):
            return [path(place, kind, right)]
        case .probeTimeout(let place, let kind, let seconds):
            let longer = min(seconds, 300) * 3 + 2
            return [
                Fix(
                    "Give the \(kind.rawValue) probe \(longer) s instead of \(seconds) s",
                    rationale: "The program answers too late for it; if it is overloaded, more "
                        + "replicas or CPU help more.", risk: .low,
                    patches: [
                        edit(place, kind, ["timeoutSeconds": .int(Int64(longer))])
                    ], assumptions: ["that the program answers within \(longer) s"])
            ]
        case .slowStart(let place, let probe): return [startup(place, probe)]
        case .probeAnswer(let place, let kind):
            return [
                Fix(
                    "Read why the program is not ready",
                    rationale: "It runs and answers the \(kind.rawValue) probe with an error, or "
                        + "not at all; the reason is in its log. Taking the probe away would send "
                        + "it traffic that it refuses.", risk: .low,
                    command: ShellCommand.kubectl(
                        "logs", file.container(place)?.pod.key ?? place.workload,
                        "-c \(place.container.string.shellWord) --tail=50"))
            ]
        case .readinessGate(let workload, let gate):
            return [
                Fix(
                    "See to the controller that sets \(gate)",
                    rationale: "A load balancer's controller, as a rule: without it no pod becomes "
                        + "ready.", risk: .low,
                    command: ShellCommand.kubectl("describe", workload))
            ]
        default: return []
        }
    }

    private static func edit(
        _ place: ContainerPlace, _ kind: ProbeKind, _ probe: JSONValue
    ) -> Patch {
        TemplateEdit(place.workload).container(place, .object([.init(kind.field, probe)]))
    }

    private static func port(
        _ place: ContainerPlace, _ kind: ProbeKind, _ wrong: IntOrString, _ right: IntOrString?,
        _ file: CaseFile
    ) -> [Fix] {
        let spec = file.index.podSpec(of: place.workload)?.container(place.container)?.container
        guard let right, let probe = kind.probe(of: spec) else {
            return [
                Fix(
                    "Let the \(kind.rawValue) probe ask a port that the container declares",
                    rationale: "It declares several or none, so which was meant cannot be told.",
                    risk: .low, command: ShellCommand.kubectl("edit", place.workload))
            ]
        }
        let handler =
            probe.handler.httpGet != nil
            ? "httpGet" : probe.handler.tcpSocket != nil ? "tcpSocket" : "grpc"
        let change: JSONValue = ["port": JSONValue(right)]
        return [
            Fix(
                "Let the \(kind.rawValue) probe ask port \(right) instead of \(wrong)",
                rationale: "Container \"\(place.container)\" declares \(right) and not \(wrong).",
                risk: .low,
                patches: [edit(place, kind, .object([.init(handler, change)]))],
                assumptions: ["that the program listens on the port that it declares"])
        ]
    }

    private static func path(_ place: ContainerPlace, _ kind: ProbeKind, _ right: String?) -> Fix {
        guard let right else {
            return Fix(
                "Let the \(kind.rawValue) probe ask a path that the program has",
                rationale:
                    "It answers 404, so it runs and listens; which path it has is not in the "
                    + "objects.", risk: .low, command: ShellCommand.kubectl("edit", place.workload))
        }
        return Fix(
            "Let the \(kind.rawValue) probe ask \(right) again",
            rationale: "That was its path before the last change.", risk: .low,
            patches: [edit(place, kind, ["httpGet": ["path": .string(right)]])],
            assumptions: ["that the program answers \(right)"])
    }

    /// A start-up probe that asks the same, for ten times as long.
    private static func startup(_ place: ContainerPlace, _ probe: Probe) -> Fix {
        let period = min(max(probe.periodSeconds, 10), 3600)
        var startup = (try? JSONValue(probe)) ?? [:]
        for key in ["initialDelaySeconds", "successThreshold"] { startup[key] = nil }
        startup["periodSeconds"] = .int(Int64(period))
        startup["failureThreshold"] = 30
        return Fix(
            "Give container \"\(place.container)\" \(ageText(period * 30)) to start",
            rationale: "A start-up probe keeps the others away until the program listens.",
            risk: .low, patches: [edit(place, .startup, startup)],
            assumptions: ["that the program listens within \(ageText(period * 30))"]
                + (probe.handler.httpGet == nil
                    ? [] : ["that its answer hangs on no query or header of the other probe"]))
    }
}
