import ClusterModel
import Detection

extension PodHealth: TableRow {
    static let header = [
        "NAMESPACE", "NAME", "READY", "PHASE", "RESTARTS", "NODE", "REASON", "LAST TERMINATION",
    ]

    var cells: [String] {
        let reason = terminating ? "Terminating" : reason.string.orDash
        return [
            namespace.string.orDash, name.string, "\(readyContainers.value)/\(containers.value)",
            phase.string.orDash, "\(restarts.value)", node.value.string.orDash, reason,
            lastTermination.string.orDash,
        ]
    }
}

extension PodsByLabel: TableRow {
    static let header = ["LABEL", "PODS", "NAMES"]
    var cells: [String] { [key, "\(count.value)", pods.summary] }
}

extension DeploymentReplicas: TableRow {
    static let header = [
        "NAMESPACE", "NAME", "DESIRED", "READY", "AVAILABLE", "UPDATED", "UNAVAILABLE", "REVISION",
    ]

    var cells: [String] {
        let numbers = [desired, ready, available, updated, unavailable].map { "\($0.value)" }
        return [namespace.string.orDash, name.string] + numbers
            + [revision == 0 ? "-" : "\(revision)"]
    }
}

extension ServiceEndpoints: TableRow {
    static let header = [
        "NAMESPACE", "NAME", "TYPE", "SELECTOR", "PORTS", "SOURCE", "READY", "NOT READY",
    ]

    var cells: [String] {
        [
            namespace.string.orDash, name.string, type.string, selector.text.orDash,
            ports.map(\.text).joined(separator: ",").orDash, origin.orDash,
            ready.value.map(\.text).summary, notReady.value.map(\.text).summary,
        ]
    }
}

extension ServiceEndpoint {
    fileprivate var text: String { pod.or(address).string }
}

extension ServicePort {
    /// `80:http/TCP`, as the Service's port and where it leads.
    fileprivate var text: String {
        let target = targetPort == .int(0) ? "" : ":\(targetPort)"
        return "\(port)\(target)/\(`protocol`.or("TCP"))"
    }
}

extension NodeResources: TableRow {
    static let header = [
        "NAME", "READY", "SCHEDULABLE", "PODS", "CPU", "CPU%", "MEMORY", "MEMORY%", "PRESSURE",
    ]

    var cells: [String] {
        [key, ready.value ? "yes" : "no", schedulable.value ? "yes" : "no"]
            + ["\(pods.value)/\(allocatable["pods"]?.description ?? "-")"]
            + usage("cpu") + usage("memory")
            + [pressure.value.map(\.string).joined(separator: ",").orDash]
    }

    /// Requested of allocatable, and the part of it.
    private func usage(_ resource: Symbol) -> [String] {
        let used = requested.value[resource]?.milli ?? 0
        guard let whole = allocatable[resource], whole.milli > 0 else {
            return [AmountText.of(resource, milli: used) + "/-", "-"]
        }
        let text = [used, whole.milli].map { AmountText.of(resource, milli: $0) }
        // A hostile dump may ask for more than there are numbers.
        let part = max(-1e9, min((Double(used) / Double(whole.milli) * 100).rounded(), 1e9))
        return [text.joined(separator: "/"), "\(Int(part))%"]
    }
}

extension Owners: TableRow {
    static let header = ["OBJECT", "OWNERS"]

    var cells: [String] {
        let chain = owners.value.map { "\($0.kind.string.lowercased())/\($0.name)" }
        return [key, chain.joined(separator: " < ").orDash]
    }
}

extension ImageUses: TableRow {
    static let header = ["IMAGE", "PODS", "CONTAINERS"]

    var cells: [String] {
        let names = containers.map { "\($0.namespace)/\($0.pod):\($0.container)" }
        return [key, "\(pods.value)", names.summary]
    }
}

extension ConfigReferences: TableRow {
    static let header = ["OBJECT", "EXISTS", "USERS"]

    var cells: [String] {
        let exists = exists.value.map { $0 ? "yes" : "no" } ?? "unknown"
        return [key, exists, users.value.map(\.text).summary]
    }
}

extension ConfigUser {
    /// `deployment/cart (env app DB_URL)`; the namespace is the object's own.
    fileprivate var text: String {
        let place = [via, container, volume, key].map(\.string).filter { !$0.isEmpty }
        let note = optional ? ", optional" : ""
        return "\(kind.string.lowercased())/\(name) (\(place.joined(separator: " "))\(note))"
    }
}

extension String {
    fileprivate var orDash: String { isEmpty ? "-" : self }
}

extension [String] {
    /// The first three, and how many more; the documents have them all.
    fileprivate var summary: String {
        if isEmpty { return "-" }
        let shown = prefix(3).joined(separator: ", ")
        return count > 3 ? "\(shown) and \(count - 3) more" : shown
    }
}
