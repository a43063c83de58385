import ClusterModel

extension MessageText {
    /// The ConfigMap or Secret that the kubelet names as missing, whole or by a key of it.
    /// - Parameter wanted: the fields that refer to such, of which it may be one.
    func missingReference(
        in namespace: Symbol, among wanted: [ConfigReference]
    ) -> ConfigReference? {
        for kind in [Kind.configMap, .secret] {
            let (object, key) = kind == .configMap ? missingConfigMap : missingSecret
            guard let object else { continue }
            let named = ConfigReference(
                kind, namespace, Symbol(object), key: key.map { Symbol($0) } ?? .empty, at: "")
            return wanted.first { $0.object == named.object && $0.key == named.key } ?? named
        }
        return missingKey.flatMap { key in wanted.first { $0.key == key } }
    }

    /// The key that a volume names and its object, which is not named, does not have.
    private var missingKey: Symbol? {
        (word(after: "references non-existent config key: ")
            ?? word(after: "references non-existent secret key: ")).map { Symbol($0) }
    }

    private var missingConfigMap: (object: String?, key: String?) {
        if let key = text(after: "couldn't find key ", until: " in configmap ") {
            return (word(after: " in configmap ").map(lastPart), key)
        }
        return (says("not found") ? text(after: "configmap \"", until: "\"") : nil, nil)
    }

    private var missingSecret: (object: String?, key: String?) {
        if let key = text(after: "couldn't find key ", until: " in secret ") {
            return (word(after: " in secret ").map(lastPart), key)
        }
        return (says("not found") ? text(after: "secret \"", until: "\"") : nil, nil)
    }

    /// `name` of `namespace/name`.
    private func lastPart(_ text: String) -> String {
        text.split(separator: "/").last.map(String.init) ?? text
    }
}
