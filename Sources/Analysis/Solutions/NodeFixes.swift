import ClusterModel
import Detection

/// What a person does about a machine. Nothing here is a patch: a node is not mended by its object.
enum NodeFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .node(let key, let complaint) where complaint.isAboutNetwork:
            return [
                Fix(
                    "See to the network plugin on \(key.name)",
                    rationale: "The kubelet runs and says that the network of its pods is not set "
                        + "up: the plugin's own pod on that node, or its files in "
                        + "/etc/cni/net.d, is missing.", risk: .low,
                    command: "kubectl get pods -A -o wide --field-selector spec.nodeName="
                        + key.name.string.shellWord)
            ]
        case .node(let key, _):
            let pods = file.index.pods(onNode: key.name).count { !$0.isFinished }
            return [
                Fix(
                    "Bring the kubelet on \(key.name) back",
                    rationale: "Look at the machine: is it on, is its disk full, does 'systemctl "
                        + "status kubelet' say why? Its pods (\(pods)) are made elsewhere five "
                        + "minutes after it fell silent.", risk: .low,
                    command: ShellCommand.kubectl("describe", key)),
                Fix(
                    "Give \(key) up and drain it",
                    rationale: "If the machine does not come back, its pods have to be deleted so "
                        + "that their volumes are freed.", risk: .high,
                    command: "kubectl drain \(key.name.string.shellWord) --ignore-daemonsets "
                        + "--delete-emptydir-data --force"),
            ]
        case .nodePressure(let key, let resource): return pressure(key, resource, file)
        case .ownLimit(let workload, let resource):
            return [
                Fix(
                    "Raise the limit of \(resource), or let the program write less",
                    rationale: "How much it needs is in the eviction's message, if anywhere.",
                    risk: .low, command: ShellCommand.kubectl("describe", workload))
            ]
        default: return []
        }
    }

    private static func advice(
        _ resource: String, on key: ObjectKey
    ) -> (title: String, rationale: String) {
        switch resource {
        case "memory", "MemoryPressure":
            (
                "Find what uses the node's memory",
                "Pods that request no memory are placed where there is none; give the greedy ones a "
                    + "request and a limit."
            )
        case "PIDPressure", "pids", "pid":
            (
                "Find what uses up the process ids of \(key.name)",
                "A program that forks without end, as a rule; the kubelet's podPidsLimit bounds each "
                    + "pod."
            )
        case "NetworkUnavailable":
            (
                "See why \(key.name) got no route",
                "The cloud's route controller, or the network plugin, sets up the node's network and "
                    + "clears the condition; its log says what keeps it."
            )
        default:
            (
                "Find what uses up the disk of \(key.name)",
                "Images, logs and emptyDir volumes, as a rule; the kubelet deletes unused images by "
                    + "itself."
            )
        }
    }

    private static func pressure(
        _ key: ObjectKey, _ resource: String, _ file: CaseFile
    ) -> [Fix] {
        let isMemory = resource == "memory" || resource == "MemoryPressure"
        let (title, rationale) = advice(resource, on: key)
        let look = Fix(
            title, rationale: rationale, risk: .low,
            command: isMemory
                ? "kubectl top pod -A --sort-by=memory" : ShellCommand.kubectl("describe", key))
        let evicted = file.pods.filter { $0.status.reason == "Evicted" }.map(\.key)
        if evicted.isEmpty { return [look] }
        return [
            look,
            Fix(
                "Clear away what is left of the evicted pods",
                rationale: "They have been replaced; their objects stay until somebody deletes "
                    + "them. This mends nothing, it tidies up.", risk: .low,
                command: evicted.prefix(20).map { ShellCommand.kubectl("delete", $0) }
                    .joined(separator: " && ")),
        ]
    }
}

extension String {
    /// What kubelets say of a network that is not set up (pkg/kubelet/runtime.go).
    fileprivate var isAboutNetwork: Bool {
        let small = lowercased()
        return ["network plugin", "networkready=false", "cni "].contains(where: small.contains)
    }
}
