import ClusterModel
import Detection

/// More memory, the variable that is missing, the Service that has to answer.
enum ContainerFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .memoryLimit(let place, let limit): return memory(place, limit, file)
        case .missingVariable(let place, let name, let source):
            return variable(place, name, source)
        case .renamedVariable(let place, let name, let present):
            return renamed(place, name, present, file)
        case .dependency(let place, let service, let trouble):
            return DependencyFixes.fixes(place, service, trouble, file)
        case .unknownHost(let place, let host, let near): return [name(place, host, near)]
        case .complaint(let place, let complaint): return complained(place, complaint, file)
        case .exits(let place, code: 0): return [oneOff(place)]
        case .exits(let place, _): return [look(place, file)]
        default: return []
        }
    }

    private static func memory(
        _ place: ContainerPlace, _ limit: Quantity?, _ file: CaseFile
    ) -> [Fix] {
        let spec = file.index.podSpec(of: place.workload)?.container(place.container)?.container
        guard let limit, limit.milli > 0 else {
            return [
                Fix(
                    "Set a memory request and limit for container \"\(place.container)\"",
                    rationale: "Without them the scheduler reserves nothing, and the kernel kills "
                        + "what has grown most once the node is full.", risk: .low,
                    command: ShellCommand.kubectl("top pod", place.workload))
            ]
        }
        return [2.0, 1.5].map { factor in
            let amount = AmountText.roundedUp("memory", milli: limit.milli, times: factor)
            var resources: JSONValue = ["limits": ["memory": .string(amount)]]
            // What was reserved in full stays so: the pod keeps its quality of service.
            if spec?.resources.requests["memory"] == limit {
                resources["requests"] = ["memory": .string(amount)]
            }
            return Fix(
                "Raise the memory limit of container \"\(place.container)\" from \(limit) to "
                    + amount,
                rationale: "It is killed at \(limit); how much it needs is not in the objects, so "
                    + "the limit is \(factor == 2 ? "doubled" : "raised by half") and to be "
                    + "watched. If its use grows without end it leaks, and no limit helps.",
                risk: .low,
                patches: [TemplateEdit(place.workload).container(place, ["resources": resources])],
                assumptions: ["that \"\(place.container)\" needs less than \(amount)"])
        }
    }

    private static func variable(
        _ place: ContainerPlace, _ name: String, _ source: VariableSource?
    ) -> [Fix] {
        guard let source else {
            return [
                Fix(
                    "Set variable \(name) in container \"\(place.container)\"",
                    rationale: "The program does not start without it, and no ConfigMap or Secret "
                        + "of the namespace has a key of this name. Its value is not known here.",
                    risk: .low,
                    command: ShellCommand.kubectl(
                        "set env", place.workload,
                        "-c \(place.container.string.shellWord) \(name.shellWord)=VALUE"))
            ]
        }
        let kind = source.object.kind == .secret ? "secretKeyRef" : "configMapKeyRef"
        let reference: JSONValue = [
            "name": JSONValue(source.object.name), "key": JSONValue(source.key),
        ]
        let entry: JSONValue = [
            "name": .string(name), "valueFrom": .object([.init(kind, reference)]),
        ]
        return [
            Fix(
                "Fill variable \(name) from \(source.object)",
                rationale: "The program does not start without it, and \(source.object) has a key "
                    + "\"\(source.key)\".", risk: .low,
                patches: [TemplateEdit(place.workload).container(place, ["env": [entry]])],
                assumptions: ["that the key holds what the program expects"])
        ]
    }

    /// Possible where the value comes from a ConfigMap or Secret; literal values are not read.
    private static func renamed(
        _ place: ContainerPlace, _ name: String, _ present: Symbol, _ file: CaseFile
    ) -> [Fix] {
        let spec = file.index.podSpec(of: place.workload)?.container(place.container)?.container
        guard let variable = spec?.env.first(where: { $0.name == present }),
            let source = variable.valueFrom, let value = try? JSONValue(source)
        else { return variable(place, name, nil) }
        return [
            Fix(
                "Call the variable \(name) instead of \(present)",
                rationale: "The program asks for \(name); \(present) differs by a few letters.",
                risk: .low,
                patches: [
                    TemplateEdit(place.workload).container(
                        place,
                        [
                            "env": [
                                ["name": .string(name), "valueFrom": value],
                                ["name": JSONValue(present), "$patch": "delete"],
                            ]
                        ])
                ], assumptions: ["that nothing else in the container reads \(present)"])
        ]
    }

    private static func name(_ place: ContainerPlace, _ host: String, _ near: Symbol?) -> Fix {
        Fix(
            near.map { "Point the program at Service \"\($0)\"" }
                ?? "Point the program at a name that exists",
            rationale: near.map {
                "\"\(host)\" is nobody's name; Service \"\($0)\" differs by a few letters. Where the "
                    + "program has the name from is not in what was read."
            } ?? "\"\(host)\" is no Service of the cluster and does not resolve outside of it.",
            risk: .low,
            command: ShellCommand.kubectl("set env", place.workload, "--list"))
    }

    private static func complained(
        _ place: ContainerPlace, _ complaint: Complaint, _ file: CaseFile
    ) -> [Fix] {
        if case .heapExhausted = complaint {
            let limit = file.index.podSpec(of: place.workload)?.container(place.container)?
                .container.resources.limits["memory"]
            return memory(place, limit, file)
        }
        let advice =
            switch complaint {
            case .missingFile(let path):
                "Put \(path.isEmpty ? "the file" : path) into the image or mount it."
            case .permissionDenied:
                "Give the container's user the right: fsGroup for volumes, file modes in the image."
            case .badArgument(let flag):
                "Take \(flag) out of the container's args, or use an image that knows it."
            case .diskFull: "Enlarge the volume, or take out what fills it."
            case .untrustedCertificate:
                "Mount the certificate authority that signed it, or renew the certificate."
            case .portInUse: "Let only one process of the pod listen on the port."
            case .loginRefused: "Put the right password into the Secret that the container reads."
            default: "Read the log: it says what the program did last."
            }
        return [
            Fix(
                advice, rationale: "The program says: \(complaint).", risk: .low,
                command: look(place, file).command)
        ]
    }

    private static func oneOff(_ place: ContainerPlace) -> Fix {
        Fix(
            "Run it as a Job, or let container \"\(place.container)\" stay in the foreground",
            rationale: "It ends without an error. A server that puts itself into the background "
                + "looks the same.", risk: .low,
            command: ShellCommand.kubectl("describe", place.workload))
    }

    private static func look(_ place: ContainerPlace, _ file: CaseFile) -> Fix {
        let pod = file.container(place)?.pod.key ?? place.workload
        return Fix(
            "Read the log of container \"\(place.container)\"",
            rationale: "The program ends by itself. Why is in its log, which was not given: "
                + "'--logs' reads it, and a live run fetches it.", risk: .low,
            command: ShellCommand.kubectl(
                "logs", pod, "-c \(place.container.string.shellWord) --previous --tail=50"))
    }
}

extension AmountText {
    /// A multiple of an amount in the units that people write: whole mebibytes or millicores.
    static func roundedUp(_ resource: Symbol, milli: Int64, times factor: Double) -> String {
        let product = min(Double(milli) * factor, 9e18)
        guard resource != "cpu" else { return "\(Int64((product).rounded(.up)))m" }
        let mebibytes = Int64((product / 1000 / 1_048_576).rounded(.up))
        return mebibytes % 1024 == 0 ? "\(mebibytes / 1024)Gi" : "\(mebibytes)Mi"
    }
}
