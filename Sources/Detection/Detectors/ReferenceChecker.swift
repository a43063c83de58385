package import ClusterModel

/// A reference whose object, or whose key in the object, is not there.
struct MissingReference: Sendable {
    let reference: ConfigReference
    /// True if the object is there and only the key is not.
    let isKey: Bool
    /// `did you mean "db-credentials"?`; empty if nothing is near.
    let hint: String

    /// The missing object itself, so that all who want it are one incident.
    var cause: Cause { Cause(reference.object, detail: isKey ? reference.key.string : "") }

    var title: String {
        let name = "\(reference.object.kind.name) \"\(reference.object.name)\""
        return isKey ? "\(name) has no key \"\(reference.key)\"" : "\(name) does not exist"
    }

    /// To follow the one who waits for it.
    var sentence: String {
        let fault =
            isKey
            ? "\(reference.object) has no key \"\(reference.key)\""
            : "\(reference.object) does not exist"
        return hint.isEmpty ? "\(fault)." : "\(fault); \(hint)"
    }

    /// The field that leads nowhere.
    func evidence(on pod: ObjectKey) -> [Evidence] {
        if reference.namePath.isEmpty { return [] }
        if isKey {
            return [
                Evidence(
                    pod, reference.keyPath, reference.key.string,
                    note: "no such key in \(reference.object)")
            ]
        }
        return [
            Evidence(
                pod, reference.namePath, reference.object.name.string,
                note: "no such \(reference.object.kind.name) in the namespace")
        ]
    }
}

/// Looks references up in the snapshot and, for those that lead nowhere, for what was meant.
package struct ReferenceChecker {
    package enum Presence: Sendable {
        case present, objectMissing, keyMissing
        /// The kind, or the object's keys, could not be read.
        case unknown
    }

    private let view: ClusterView
    /// Looking for a near name costs a pass over the namespace, so once for each missing object.
    private var hints: [Cause: String] = [:]

    package init(_ view: ClusterView) { self.view = view }

    package func presence(of reference: ConfigReference) -> Presence {
        guard view.index.contains(reference.object) else {
            return view.snapshot.isComplete(
                reference.object.kind, in: reference.object.namespace) ? .objectMissing : .unknown
        }
        if reference.key.isEmpty { return .present }
        guard let keys = view.keys(of: reference.object) else { return .unknown }
        return keys.contains(reference.key) ? .present : .keyMissing
    }

    /// The reference if it is known to lead nowhere.
    mutating func missing(_ reference: ConfigReference) -> MissingReference? {
        switch presence(of: reference) {
        case .present, .unknown: nil
        case .objectMissing: missing(reference, isKey: false)
        case .keyMissing: missing(reference, isKey: true)
        }
    }

    /// The reference that the kubelet says leads nowhere, unless the snapshot knows better.
    mutating func reported(_ reference: ConfigReference) -> MissingReference? {
        if case .unknown = presence(of: reference) {
            return missing(reference, isKey: !reference.key.isEmpty)
        }
        return missing(reference)
    }

    private mutating func missing(
        _ reference: ConfigReference, isKey: Bool
    ) -> MissingReference {
        let bare = MissingReference(reference: reference, isKey: isKey, hint: "")
        let hint =
            hints[bare.cause]
            ?? (hints.count < nearestNameLimit ? hint(for: reference, isKey: isKey) : "")
        hints[bare.cause] = hint
        return MissingReference(reference: reference, isKey: isKey, hint: hint)
    }

    private func hint(for reference: ConfigReference, isKey: Bool) -> String {
        if isKey {
            let keys = view.keys(of: reference.object) ?? []
            return nearestName(to: reference.key.string, among: keys)
                .map { "did you mean \"\($0)\"?" } ?? ""
        }
        return view.hint(forMissing: reference.object)
    }
}

extension ClusterView {
    /// The near name in the object's namespace, or the same name in another: what was likely meant.
    func hint(forMissing key: ObjectKey) -> String {
        let (near, elsewhere) =
            switch key.kind {
            case .configMap: neighbours(of: key, in: snapshot.configMaps)
            case .secret: neighbours(of: key, in: snapshot.secrets)
            case .serviceAccount: neighbours(of: key, in: snapshot.serviceAccounts)
            default: (String?.none, Symbol?.none)
            }
        if let near { return "did you mean \"\(near)\"?" }
        return elsewhere.map { "there is one in namespace \"\($0)\"." } ?? ""
    }

    private func neighbours<T: KubeObject>(
        of key: ObjectKey, in objects: [T]
    ) -> (near: String?, elsewhere: Symbol?) {
        let near = nearestName(
            to: key.name.string,
            among: objects.inNamespace(key.namespace).lazy.map { $0.metadata.name })
        if near != nil { return (near, nil) }
        return (nil, objects.first { $0.metadata.name == key.name }?.metadata.namespace)
    }

    /// The keys of a ConfigMap or Secret; nil if it is not there or was read without them.
    package func keys(of key: ObjectKey) -> [Symbol]? {
        switch key.kind {
        case .configMap:
            guard let map = index.configMap(key.namespace, key.name), !map.keysUnknown else {
                return nil
            }
            return map.data.names + map.binaryData.names
        case .secret:
            guard let secret = index.secret(key.namespace, key.name), !secret.keysUnknown else {
                return nil
            }
            return secret.data.names + secret.stringData.names
        default: return nil
        }
    }
}
