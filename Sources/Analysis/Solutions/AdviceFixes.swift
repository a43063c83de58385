import ClusterModel
import Detection

/// What to do where nothing is broken, or nothing is known.
enum AdviceFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .careless(let key, let paths): return careless(key, paths, file)
        case .unused(let key):
            return [
                Fix(
                    "Delete \(key)",
                    rationale: "Nothing that was read refers to it. Programs that read it by the "
                        + "API leave no trace here.", risk: .medium,
                    patches: [Patch(key, .delete, .null)],
                    assumptions: ["that no program reads it by the API"])
            ]
        case .unknown(let key):
            return [
                Fix(
                    "Look closer",
                    rationale: "No rule knows this; what was seen is all there is to go by.",
                    risk: .low, command: ShellCommand.kubectl("describe", key))
            ]
        default: return []
        }
    }

    /// Requests and limits of a usual size where none are set, since the next step is to measure.
    private static func careless(
        _ key: ObjectKey, _ paths: [String], _ file: CaseFile
    ) -> [Fix] {
        let pin = Fix(
            "Name images by a tag that does not move",
            rationale: "Another image behind the same tag is a rollout that nobody started.",
            risk: .low, command: ShellCommand.kubectl("edit", key))
        let patches = (file.podSpec(of: key)?.containers ?? []).compactMap { container in
            patch(container, key, isNamed: paths)
        }.mergedByTarget
        let hasImage = paths.contains { $0.hasSuffix(".image") }
        if patches.isEmpty || !file.index.contains(key) {
            return hasImage
                ? [pin]
                : [
                    Fix(
                        "Set requests and a memory limit",
                        rationale: "The scheduler reserves what is requested, and no more.",
                        risk: .low, command: ShellCommand.kubectl("edit", key))
                ]
        }
        let set = Fix(
            "Set requests and a memory limit",
            rationale: "100m of CPU and 128Mi of memory are a usual start; set them to what a pod "
                + "uses under normal load.", risk: .medium, patches: patches,
            assumptions: ["that these amounts are about what a pod uses"])
        return hasImage ? [set, pin] : [set]
    }

    private static func patch(
        _ container: Container, _ key: ObjectKey, isNamed paths: [String]
    ) -> Patch? {
        let resources = container.resources
        var requests: JSONValue = [:]
        var limits: JSONValue = [:]
        if resources.request("cpu") == nil { requests["cpu"] = "100m" }
        let memory = resources.requests["memory"]
        if resources.request("memory") == nil { requests["memory"] = "128Mi" }
        if resources.limits["memory"] == nil {
            limits["memory"] = .string(
                memory.map { AmountText.roundedUp("memory", milli: $0.milli, times: 2) } ?? "256Mi")
        }
        // A request above its limit is refused; the limit is what somebody chose.
        for entry in resources.requests.entries {
            if let limit = resources.limits[entry.name], limit < entry.amount {
                requests[entry.name.string] = .string("\(limit)")
            }
        }
        var change: JSONValue = [:]
        if requests != [:] { change["requests"] = requests }
        if limits != [:] { change["limits"] = limits }
        guard change != [:], paths.contains(where: { $0.contains("resources") }) else { return nil }
        let place = ContainerPlace(workload: key, container: container.name, isInit: false)
        return TemplateEdit(key).container(place, ["resources": change])
    }
}
