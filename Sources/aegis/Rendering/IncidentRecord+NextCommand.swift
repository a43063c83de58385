import Analysis
import ClusterModel
import Detection

extension IncidentRecord {
    /// The command that shows most about this incident next. It reads and changes nothing.
    var nextCommand: String {
        switch Category(rawValue: category) {
        case .crashLoopBackOff, .appError, .oomKilled, .initContainerFailure, .dnsFailure:
            logs(previous: true)
        case .probeFailure: logs(previous: false)
        case .replicaMismatch, .rolloutStuck, .statefulSetStuck, .daemonSetUnavailable:
            kubectl("rollout status", resource, suffix: " --timeout=5s")
        case .serviceNoEndpoints, .portMismatch, .selectorMismatch:
            "\(kubectl) get endpoints\(namespaceFlag(resource)) \(resource.name.shellWord) -o yaml"
        case .quotaExceeded: kubectl("describe", resource)
        case .createContainerConfigError, .volumeMount, .pvcPending: missingObject
        default: kubectl("describe", resource)
        }
    }

    /// A pod's log: the incident's own, or that of the first pod it affects.
    private func logs(previous: Bool) -> String {
        guard let pod = ([resource] + affected).first(where: { $0.kind == "Pod" }) else {
            return kubectl("describe", resource)
        }
        let container = containerName.map { " -c \(String($0).shellWord)" } ?? ""
        return "\(kubectl) logs\(namespaceFlag(pod)) \(pod.name.shellWord)\(container)"
            + (previous ? " --previous" : "") + " --tail=50"
    }

    /// The name in quotation marks behind `container` in the title.
    private var containerName: Substring? {
        let parts = title.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].hasSuffix("container ") else { return nil }
        return parts[1]
    }

    /// What there is of the kind that is missing.
    private var missingObject: String {
        switch resource.kind {
        case "ConfigMap", "Secret", "ServiceAccount":
            "\(kubectl) get\(namespaceFlag(resource)) \(resource.kind.lowercased())s"
        case "StorageClass": "\(kubectl) get storageclasses"
        default: kubectl("describe", resource)
        }
    }

    private var kubectl: String {
        context.isEmpty ? "kubectl" : "kubectl --context \(context.shellWord)"
    }

    private func kubectl(
        _ verb: String, _ target: ResourceReference, suffix: String = ""
    ) -> String {
        "\(kubectl) \(verb)\(namespaceFlag(target)) \(target.kubectlName.shellWord)\(suffix)"
    }

    private func namespaceFlag(_ target: ResourceReference) -> String {
        target.namespace.isEmpty ? "" : " -n \(target.namespace.shellWord)"
    }
}
