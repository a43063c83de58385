import ClusterModel
import Detection

/// Requests that fit, tolerations, node labels, nodes that are open again.
enum PlacementFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .request(let workload, let resource, let wanted, let free):
            return request(workload, resource, wanted, free, file)
        case .taint(let workload, let taint): return [toleration(workload, taint, file)]
        case .nodeLabel(let workload, let key, let value, let rightKey, let rightValue):
            return label(workload, key, value, rightKey, rightValue)
        case .cordoned(let node, _):
            let key = ObjectKey(.node, .empty, node)
            return [
                Fix(
                    "Uncordon \(key)",
                    rationale: "Pods wait for its room. If it was cordoned for maintenance, the "
                        + "maintenance has to end first.", risk: .medium,
                    patches: [Patch(key, .strategicMerge, ["spec": ["unschedulable": .null]])],
                    command: "kubectl uncordon \(node.string.shellWord)")
            ]
        case .spreadOut(let workload, let key, let domains):
            return spread(workload, key, domains, file)
        case .noNode(let workload, let words):
            return [
                Fix(
                    "Add a node that takes the pods", rationale: words, risk: .low,
                    command: ShellCommand.kubectl("describe", workload))
            ]
        case .schedulingGate(let workload):
            return [
                Fix(
                    "See to the controller that removes the gate",
                    rationale: "The gate is there on purpose: whoever set it decides when the pods "
                        + "may run.", risk: .low,
                    command: ShellCommand.kubectl("describe", workload))
            ]
        default: return []
        }
    }

    private static func request(
        _ workload: ObjectKey, _ resource: Symbol, _ wanted: Int64, _ free: Int64, _ file: CaseFile
    ) -> [Fix] {
        let add = Fix(
            "Add a node with \(AmountText.of(resource, milli: wanted)) of \(resource) to spare",
            rationale: "If the request is right, the cluster is too small for it.", risk: .low,
            command: ShellCommand.kubectl("describe", workload))
        guard let spec = file.index.podSpec(of: workload),
            let biggest = spec.containers.max(by: {
                ($0.resources.request(resource)?.milli ?? 0)
                    < ($1.resources.request(resource)?.milli ?? 0)
            }), let request = biggest.resources.request(resource)
        else { return [add] }
        let others = wanted &- request.milli
        let room = max(1, file.index.maker(workload)?.desiredReplicas ?? 1)
        // A tenth is left for what is placed there in the meantime.
        let fitting = free &- free / 10 &- others
        guard fitting > 0 else { return [add] }
        // What one node has; if all replicas have to share it, an equal part.
        return [fitting, fitting / Int64(room)].filter { $0 > 0 }.uniqued.map { amount in
            let text = AmountText.roundedDown(resource, milli: amount)
            let place = ContainerPlace(workload: workload, container: biggest.name, isInit: false)
            var resources: JSONValue = [
                "requests": .object([.init(resource.string, .string(text))])
            ]
            if let limit = biggest.resources.limits[resource], resource != "cpu",
                limit.milli > amount, biggest.resources.requests[resource] == nil
            {
                resources["limits"] = .object([.init(resource.string, .string(text))])
            }
            return Fix(
                "Lower the \(resource) request of container \"\(place.container)\" from "
                    + "\(request) to \(text)",
                rationale: "That fits on the emptiest node, with a tenth to spare.",
                risk: .medium,
                patches: [TemplateEdit(workload).container(place, ["resources": resources])],
                assumptions: ["that the program makes do with \(text) of \(resource)"])
        } + [add]
    }

    private static func toleration(_ workload: ObjectKey, _ taint: Taint, _ file: CaseFile) -> Fix {
        let present = file.index.podSpec(of: workload)?.tolerations ?? []
        var toleration: JSONValue = [
            "key": JSONValue(taint.key), "operator": taint.value.isEmpty ? "Exists" : "Equal",
        ]
        if !taint.value.isEmpty { toleration["value"] = JSONValue(taint.value) }
        toleration["effect"] = JSONValue(taint.effect)
        // The list is replaced as a whole.
        let all = present.compactMap { try? JSONValue($0) } + [toleration]
        return Fix(
            "Tolerate the taint \(taint.text)",
            rationale: "The nodes that have room keep other pods away with it. Whoever set it has "
                + "to agree that these pods belong there.", risk: .medium,
            patches: [TemplateEdit(workload).patch(["tolerations": .array(all)])])
    }

    private static func label(
        _ workload: ObjectKey, _ key: Symbol, _ value: Symbol, _ rightKey: Symbol,
        _ rightValue: Symbol?
    ) -> [Fix] {
        let labelNode = Fix(
            "Label a node \(key)=\(value)",
            rationale: "If such nodes are meant to be there.", risk: .low,
            command: "kubectl label node NODE \("\(key)=\(value)".shellWord)")
        guard let rightValue else { return [labelNode] }
        var selector: JSONValue = [:]
        if rightKey != key { selector[key.string] = .null }
        selector[rightKey.string] = JSONValue(rightValue)
        return [
            Fix(
                "Select nodes by \(rightKey)=\(rightValue)",
                rationale: "That is what nodes are labelled with; \(key)=\(value) is on none.",
                risk: .low,
                patches: [TemplateEdit(workload).patch(["nodeSelector": selector])]),
            labelNode,
        ]
    }

    private static func spread(
        _ workload: ObjectKey, _ key: Symbol, _ domains: Int, _ file: CaseFile
    ) -> [Fix] {
        let add = Fix(
            "Add a node in another \(key)",
            rationale: "Each of the \(domains) domains has its pod.", risk: .low,
            command: ShellCommand.kubectl("describe", workload))
        let ready = file.index.pods(ofWorkload: workload).count(where: \.isReady)
        guard ready > 0, (file.index.maker(workload)?.desiredReplicas ?? 0) > ready else {
            return [add]
        }
        return [
            Fix(
                "Scale \(workload) down to \(ready == 1 ? "1 replica" : "\(ready) replicas")",
                rationale: "No more can be kept apart by \(key) on the nodes there are.",
                risk: .medium,
                patches: [
                    Patch(workload, .strategicMerge, ["spec": ["replicas": .int(Int64(ready))]])
                ], assumptions: ["that \(ready) replicas carry the load"]), add,
        ]
    }
}

extension [Int64] {
    /// In order, each once.
    fileprivate var uniqued: [Int64] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension AmountText {
    /// In the units that people write, not more than the amount.
    static func roundedDown(_ resource: Symbol, milli: Int64) -> String {
        if resource == "cpu" { return milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli)m" }
        let value = milli / 1000
        guard resource == "memory" || resource == "ephemeral-storage" else { return "\(value)" }
        return value >= 1 << 20 ? "\(value >> 20)Mi" : "\(value)"
    }
}
