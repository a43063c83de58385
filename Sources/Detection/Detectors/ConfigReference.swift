package import ClusterModel

/// A ConfigMap or Secret, or one key of it, without which a container or volume cannot be made.
package struct ConfigReference: Sendable {
    package let object: ObjectKey
    /// Empty for the object as a whole.
    package let key: Symbol
    /// The field with the object's name; empty if only the kubelet named it.
    package let namePath: String
    /// The field with the key; empty for the object as a whole.
    package let keyPath: String

    init(
        _ kind: Kind, _ namespace: Symbol, _ name: Symbol, key: Symbol = .empty,
        at namePath: String,
        keyPath: String = ""
    ) {
        object = ObjectKey(kind, namespace, name)
        self.key = key
        self.namePath = namePath
        self.keyPath = keyPath
    }
}

extension Container {
    /// What its environment must have; references marked optional are left out.
    package func requiredConfig(in namespace: Symbol, at path: String) -> [ConfigReference] {
        let variables = env.enumerated().flatMap { i, variable in
            [
                variable.valueFrom?.configMapKeyRef?.reference(
                    .configMap, namespace, at: "\(path).env[\(i)].valueFrom.configMapKeyRef"),
                variable.valueFrom?.secretKeyRef?.reference(
                    .secret, namespace, at: "\(path).env[\(i)].valueFrom.secretKeyRef"),
            ]
        }
        let sources = envFrom.enumerated().flatMap { i, source in
            [
                source.configMapRef?.reference(
                    .configMap, namespace, at: "\(path).envFrom[\(i)].configMapRef"),
                source.secretRef?.reference(
                    .secret, namespace, at: "\(path).envFrom[\(i)].secretRef"),
            ]
        }
        return (variables + sources).compactMap(\.self)
    }
}

extension KeySelector {
    fileprivate func reference(
        _ kind: Kind, _ namespace: Symbol, at path: String
    ) -> ConfigReference? {
        if optional || name.isEmpty { return nil }
        return ConfigReference(
            kind, namespace, name, key: key, at: "\(path).name", keyPath: "\(path).key")
    }
}

extension OptionalReference {
    fileprivate func reference(
        _ kind: Kind, _ namespace: Symbol, at path: String
    ) -> ConfigReference? {
        if optional || name.isEmpty { return nil }
        return ConfigReference(kind, namespace, name, at: "\(path).name")
    }
}

extension Volume {
    /// What must be there for the volume to be mounted; sources marked optional are left out.
    package func requiredConfig(in namespace: Symbol, at path: String) -> [ConfigReference] {
        if let secret = source.secret, !secret.optional {
            return references(
                .secret, namespace, secret.secretName, secret.items, at: "\(path).secret",
                name: "secretName")
        }
        if let configMap = source.configMap, !configMap.optional {
            return references(
                .configMap, namespace, configMap.name, configMap.items, at: "\(path).configMap")
        }
        return (source.projected?.sources ?? []).enumerated().flatMap { i, projection in
            let path = "\(path).projected.sources[\(i)]"
            if let secret = projection.secret, !secret.optional {
                return references(
                    .secret, namespace, secret.name, secret.items, at: "\(path).secret")
            }
            if let configMap = projection.configMap, !configMap.optional, !isServiceAccountToken {
                return references(
                    .configMap, namespace, configMap.name, configMap.items, at: "\(path).configMap")
            }
            return []
        }
    }

    /// The volume that the API server adds to every pod. Its `kube-root-ca.crt` is the control
    /// plane's to publish, and dumps often leave it out.
    private var isServiceAccountToken: Bool { name.hasPrefix("kube-api-access-") }

    private func references(
        _ kind: Kind, _ namespace: Symbol, _ object: Symbol, _ items: [KeyToPath], at path: String,
        name field: String = "name"
    ) -> [ConfigReference] {
        if object.isEmpty { return [] }
        let whole = ConfigReference(kind, namespace, object, at: "\(path).\(field)")
        return [whole]
            + items.enumerated().map { i, item in
                ConfigReference(
                    kind, namespace, object, key: item.key, at: "\(path).\(field)",
                    keyPath: "\(path).items[\(i)].key")
            }
    }
}
