import ClusterModel
import Detection

/// A quota that has room, or pods that keep within it.
enum QuotaFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .quota(let key, let workload, let excess): return quota(key, workload, excess, file)
        case .limitRange(let range, let workload, let breach):
            return [limit(range, workload, breach, file)]
        default: return []
        }
    }

    private static func quota(
        _ key: ObjectKey, _ workload: ObjectKey?, _ excess: [QuotaExcess], _ file: CaseFile
    ) -> [Fix] {
        guard !excess.isEmpty else {
            return [
                Fix(
                    "Set the requests and limits that the quota demands",
                    rationale:
                        "A quota over a resource refuses pods that do not say how much of it "
                        + "they want.", risk: .low,
                    command: ShellCommand.kubectl("describe", key))
            ]
        }
        let replicas = Int64(
            max(1, min(workload.flatMap { file.index.maker($0)?.desiredReplicas } ?? 1, 10_000)))
        let raise = raise(key, excess, replicas, wanted: { $0.wanted })
        guard let workload else { return [raise] }
        return [raise] + both(key, workload, excess, replicas, file)
            + (lower(workload, excess, replicas, file).map { [$0] } ?? [])
    }

    /// Room for what is used and for all replicas, and a tenth to breathe: a quota that is full to
    /// the brim is the next incident.
    private static func raise(
        _ key: ObjectKey, _ excess: [QuotaExcess], _ replicas: Int64,
        wanted: (QuotaExcess) -> Int64
    ) -> Fix {
        var hard: JSONValue = [:]
        var parts: [String] = []
        for one in excess {
            let (all, overflow) = wanted(one).multipliedReportingOverflow(by: replicas)
            let need = PodRequest.sum(one.used, overflow ? one.wanted : all)
            let amount = AmountText.ceiling(one.resource, PodRequest.sum(need, need / 10))
            hard[one.resource.string] = .string(amount)
            parts.append("\(one.resource) to \(amount)")
        }
        return Fix(
            "Raise \(parts.joined(separator: " and ")) in \(key)",
            rationale: "The namespace needs more than it was given. Whoever set the quota decides.",
            risk: .medium,
            patches: [Patch(key, .strategicMerge, ["spec": ["hard": hard]])])
    }

    /// More quota alone does not help a pod that no node has room for.
    private static func both(
        _ key: ObjectKey, _ workload: ObjectKey, _ excess: [QuotaExcess], _ replicas: Int64,
        _ file: CaseFile
    ) -> [Fix] {
        guard excess.count == 1, let one = excess.first, one.resource.hasPrefix("requests."),
            let maker = file.index.maker(workload), maker.template.spec.containers.count == 1
        else { return [] }
        var pod = Pod()
        pod.metadata.namespace = workload.namespace
        pod.metadata.labels = maker.template.metadata.labels
        pod.spec = maker.template.spec
        guard let verdict = PlacementAnalysis(file.view).verdict(on: pod),
            verdict.fitting.isEmpty, let lack = verdict.bestLack,
            lack.resource == one.resource.bare
        else { return [] }
        let place = ContainerPlace(
            workload: workload, container: maker.template.spec.containers[0].name, isInit: false)
        // As where no quota stands in the way: a tenth of the room is left.
        let fitting = lack.free - lack.free / 10
        let lower = request(fitting, lack.resource, place)
        var fix = raise(key, [one], replicas, wanted: { _ in fitting })
        let amount = AmountText.roundedDown(lack.resource, milli: fitting)
        fix.title += ", and lower the request of \(workload) to \(amount)"
        fix.rationale =
            "With more quota alone its pods would fit on no node: \(amount) fits on the emptiest. "
            + fix.rationale
        fix.patches.append(lower)
        fix.assumptions = ["that the program makes do with \(amount) of \(lack.resource)"]
        return [fix]
    }

    private static func request(
        _ amount: Int64, _ resource: Symbol, _ place: ContainerPlace
    ) -> Patch {
        let text = AmountText.roundedDown(resource, milli: amount)
        return TemplateEdit(place.workload).container(
            place, ["resources": ["requests": .object([.init(resource.string, .string(text))])]])
    }

    /// The request lowered to what is left; the quota is then just not counted as used up.
    private static func lower(
        _ workload: ObjectKey, _ excess: [QuotaExcess], _ replicas: Int64, _ file: CaseFile
    ) -> Fix? {
        guard excess.count == 1, let one = excess.first, one.resource.hasPrefix("requests."),
            let container = file.index.podSpec(of: workload)?.containers.first
        else { return nil }
        let left = one.hard / 100 * 94 &- one.used
        guard left / replicas > 0 else { return nil }
        let name = one.resource.bare
        let amount = AmountText.roundedDown(name, milli: left / replicas)
        let place = ContainerPlace(workload: workload, container: container.name, isInit: false)
        return Fix(
            "Lower the \(name) request of \(workload) to \(amount)",
            rationale: "So much is left in the quota.", risk: .medium,
            patches: [request(left / replicas, name, place)],
            assumptions: ["that the program makes do with \(amount) of \(name)"])
    }

    private static func limit(
        _ range: ObjectKey, _ workload: ObjectKey, _ breach: LimitBreach, _ file: CaseFile
    ) -> Fix {
        guard breach.container != nil else {
            return Fix(
                "Keep to \(range): \(breach.resource) \(breach.isMaximum ? "at most" : "at least") "
                    + "\(breach.bound)",
                rationale: "Which of the containers is meant is not said.", risk: .medium,
                command: ShellCommand.kubectl("edit", workload))
        }
        let bound = JSONValue.string("\(breach.bound)")
        let value: JSONValue = .object([.init(breach.resource.string, bound)])
        let container =
            breach.container.flatMap {
                file.index.podSpec(of: workload)?.container($0)?.container
            }
        var resources: JSONValue = [:]
        if breach.isMaximum {
            resources["limits"] = value
            if let request = container?.resources.requests[breach.resource],
                request > breach.bound
            {
                resources["requests"] = value
            }
        } else {
            resources["requests"] = value
        }
        let place = ContainerPlace(
            workload: workload, container: breach.container ?? .empty, isInit: false)
        return Fix(
            "Set \(breach.resource) of container \"\(place.container)\" to \(breach.bound)",
            rationale: "That is the \(breach.isMaximum ? "most" : "least") that the namespace's "
                + "LimitRange allows. Whoever set it may move it instead.", risk: .medium,
            patches: [TemplateEdit(workload).container(place, ["resources": resources])],
            assumptions: ["that the program makes do with \(breach.bound)"])
    }
}

extension AmountText {
    /// Whole cores, mebibytes or counts, not less than the amount.
    fileprivate static func ceiling(_ resource: Symbol, _ milli: Int64) -> String {
        switch resource.bare {
        case "cpu":
            let tenths = milli / 100 + (milli % 100 > 0 ? 1 : 0)
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths)00m"
        case "memory", "ephemeral-storage", "storage":
            return roundedUp("memory", milli: milli, times: 1)
        default: return "\(milli / 1000 + (milli % 1000 > 0 ? 1 : 0))"
        }
    }
}
