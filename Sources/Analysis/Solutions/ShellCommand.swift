package import ClusterModel

/// Commands a person can paste.
package enum ShellCommand {
    /// `kubectl VERB -n NAMESPACE KIND/NAME REST`, each word as a shell takes it for one.
    package static func kubectl(_ verb: String, _ key: ObjectKey, _ rest: String = "") -> String {
        let name = "\(key.kind.name.lowercased())/\(key.name)"
        let tail = rest.isEmpty ? "" : " \(rest)"
        return "kubectl \(verb)\(namespaceFlag(key)) \(name.shellWord)\(tail)"
    }

    package static func namespaceFlag(_ key: ObjectKey) -> String {
        key.namespace.isEmpty ? "" : " -n \(key.namespace.string.shellWord)"
    }

    /// Objects of one kind and namespace; nothing for none.
    static func delete(_ keys: [ObjectKey]) -> [String] {
        guard let first = keys.first else { return [] }
        let others = keys.dropFirst().map { "\($0.kind.name.lowercased())/\($0.name)".shellWord }
        return [kubectl("delete", first, others.joined(separator: " "))]
    }

    /// A Job that is made again gets an identity of its own, and the API server refuses the old one.
    private static let forgettingJob: String = {
        let labels = ["controller-uid", "job-name"].flatMap { [$0, "batch.kubernetes.io/\($0)"] }
        let metadata: JSONValue = ["labels": .object(labels.map { .init($0, .null) })]
        let body: JSONValue = ["spec": ["selector": .null, "template": ["metadata": metadata]]]
        let text = body.compactText.shellWord
        return " | kubectl patch --local -f - --type=merge -p \(text) -o yaml"
    }()

    static func apply(_ patch: Patch) -> String {
        let body = patch.body.compactText.shellWord
        if let replicas = patch.replicas {
            return kubectl("scale", patch.target, "--replicas=\(replicas)")
        }
        switch patch.kind {
        case .strategicMerge:
            return kubectl("patch", patch.target, "-p \(body)")
        case .merge:
            return kubectl("patch", patch.target, "--type=merge -p \(body)")
        case .json:
            return kubectl("patch", patch.target, "--type=json -p \(body)")
        case .create:
            return "printf %s \(body) | kubectl create -f -"
        case .delete:
            return kubectl("delete", patch.target)
        case .recreate:
            let type = patch.body.elements == nil ? "" : " --type=json"
            return kubectl("get", patch.target, "-o yaml")
                + " | kubectl patch --local -f -\(type) -p \(body) -o yaml"
                + (patch.target.kind == .job ? forgettingJob : "")
                + " | kubectl replace --force -f -"
        case .rollback:
            guard case .int(let revision)? = patch.body["revision"] else { return "" }
            return kubectl("rollout undo", patch.target, "--to-revision=\(revision)")
        }
    }
}

extension Patch {
    /// The number of replicas, if it sets that and nothing else.
    var replicas: Int64? {
        guard kind == .strategicMerge, case .int(let count)? = body["spec"]?["replicas"],
            body == ["spec": ["replicas": .int(count)]]
        else { return nil }
        return count
    }
}

extension String {
    /// As a shell takes it for one word: a dump may name objects so that a pasted command does
    /// something else.
    package var shellWord: String {
        let isPlain = utf8.allSatisfy {
            0x61...0x7a ~= $0 | 0x20 || 0x30...0x3a ~= $0 || "-._/".utf8.contains($0)
        }
        if isPlain, !isEmpty { return self }
        let parts = split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.joined(separator: #"'\''"#) + "'"
    }
}
