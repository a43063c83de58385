import ClusterModel
import Detection

/// Which ConfigMap, Secret or ServiceAccount is missing, or which key of it, who refers to it by
/// which field, and what was likely meant.
enum ReferenceCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        switch key.kind {
        case .configMap, .secret: return [config(key, of: &file)]
        case .serviceAccount: return [account(key, of: &file)]
        default: return []
        }
    }

    private static func config(_ key: ObjectKey, of file: inout CaseFile) -> RootCause {
        let uses = file.workloads.flatMap { workload in
            file.index.podSpec(of: workload)?.configReferences(in: key.namespace)
                .filter { $0.object == key }
                .map {
                    ReferenceUse(workload: workload, path: $0.namePath, keyPath: $0.keyPath)
                } ?? []
        }
        let missingKey = Symbol(file.incident.detail)
        let isKey = file.index.contains(key) && !missingKey.isEmpty
        let proof = proofOf(key, uses, &file)
        guard !isKey else {
            let near = file.view.keys(of: key).flatMap {
                nearestName(to: missingKey.string, among: $0)
            }
            return RootCause(
                .missingKey(
                    key, key: missingKey,
                    users: uses.filter { file.refersToKey($0, missingKey) },
                    near: near.map(Symbol.init)),
                on: key, file.incident.rule.category, .certain,
                "\(key) has no key \"\(missingKey)\"" + hint(near) + ".", evidence: proof)
        }
        let near = nearName(key, file.view)
        // What the kubelet says is as good as a complete list.
        return RootCause(
            .missingObject(key, users: uses, near: near), on: key, file.incident.rule.category,
            .certain,
            "\(users(uses)) \(uses.count == 1 ? "refers" : "refer") to "
                + "\(key), which does not exist" + hint(near?.string) + ".", evidence: proof)
    }

    private static func account(_ key: ObjectKey, of file: inout CaseFile) -> RootCause {
        let near = nearName(key, file.view)
        let workloads = file.workloads
        return RootCause(
            .missingAccount(key, users: workloads, near: near), on: key,
            file.incident.rule.category, .certain,
            "\(workloads.map(\.description).joined(separator: ", ")) "
                + "\(workloads.count == 1 ? "is" : "are") to run as \(key), which does not exist"
                + hint(near?.string) + ".", evidence: file.given)
    }

    /// The fields that refer to it, in the templates where they are to be changed.
    private static func proofOf(
        _ key: ObjectKey, _ uses: [ReferenceUse], _ file: inout CaseFile
    ) -> [Fact.ID] {
        let fields = uses.prefix(4).map { use in
            file.cite(
                use.workload, TemplateEdit(use.workload).fieldPath(use.path), key.name.string,
                note: "the reference")
        }
        return file.given.prefix(3) + fields
    }

    private static func nearName(_ key: ObjectKey, _ view: ClusterView) -> Symbol? {
        let snapshot = view.snapshot
        let names: [Symbol] =
            switch key.kind {
            case .configMap: snapshot.configMaps.inNamespace(key.namespace).map(\.metadata.name)
            case .secret: snapshot.secrets.inNamespace(key.namespace).map(\.metadata.name)
            case .serviceAccount:
                snapshot.serviceAccounts.inNamespace(key.namespace).map(\.metadata.name)
            default: []
            }
        return nearestName(to: key.name.string, among: names).map(Symbol.init)
    }

    private static func hint(_ near: String?) -> String {
        near.map { "; \"\($0)\" does" } ?? ""
    }

    private static func users(_ uses: [ReferenceUse]) -> String {
        let names = Set(uses.map(\.workload)).sorted().map(\.description)
        return names.isEmpty ? "A pod" : names.joined(separator: " and ")
    }
}

extension CaseFile {
    /// True if the field beside the name asks for this key.
    fileprivate func refersToKey(_ use: ReferenceUse, _ key: Symbol) -> Bool {
        let references =
            index.podSpec(of: use.workload)?.configReferences(in: use.workload.namespace) ?? []
        return references.contains { $0.keyPath == use.keyPath && $0.key == key }
    }
}

extension PodSpec {
    /// Every ConfigMap and Secret it must have, with field paths relative to it.
    func configReferences(in namespace: Symbol) -> [ConfigReference] {
        let containers = self.containers.enumerated().flatMap {
            $1.requiredConfig(in: namespace, at: "containers[\($0)]")
        }
        let initContainers = self.initContainers.enumerated().flatMap {
            $1.requiredConfig(in: namespace, at: "initContainers[\($0)]")
        }
        let volumes = self.volumes.enumerated().flatMap {
            $1.requiredConfig(in: namespace, at: "volumes[\($0)]")
        }
        return containers + initContainers + volumes
    }
}
