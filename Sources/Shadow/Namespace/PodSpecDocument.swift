internal import ClusterModel

/// The objects of its namespace that a pod needs in order to start.
struct References: Equatable {
    var configMaps: Set<String> = []
    var secrets: Set<String> = []
    var serviceAccounts: Set<String> = []

    /// - Parameter podSpec: as the API writes it.
    init(_ podSpec: JSONValue) {
        for container in podSpec.containers { add(container) }
        for volume in podSpec["volumes"]?.elements ?? [] {
            add(volume: volume)
            for source in volume["projected"]?["sources"]?.elements ?? [] { add(volume: source) }
        }
        for secret in podSpec["imagePullSecrets"]?.elements ?? [] {
            insert(secret["name"], into: &secrets)
        }
        insert(podSpec["serviceAccountName"] ?? "default", into: &serviceAccounts)
    }

    init() {}

    private mutating func add(_ container: JSONValue) {
        let variables = (container["env"]?.elements ?? []).compactMap { $0["valueFrom"] }
        for source in variables {
            insert(source["configMapKeyRef"]?["name"], into: &configMaps)
            insert(source["secretKeyRef"]?["name"], into: &secrets)
        }
        for source in container["envFrom"]?.elements ?? [] {
            insert(source["configMapRef"]?["name"], into: &configMaps)
            insert(source["secretRef"]?["name"], into: &secrets)
        }
    }

    private mutating func add(volume: JSONValue) {
        insert(volume["configMap"]?["name"], into: &configMaps)
        insert(volume["secret"]?["secretName"] ?? volume["secret"]?["name"], into: &secrets)
    }

    private func insert(_ name: JSONValue?, into names: inout Set<String>) {
        if let name = name?.text, !name.isEmpty { names.insert(name) }
    }

    mutating func formUnion(_ other: References) {
        configMaps.formUnion(other.configMaps)
        secrets.formUnion(other.secrets)
        serviceAccounts.formUnion(other.serviceAccounts)
    }

    func contains(_ key: ObjectKey) -> Bool {
        switch key.kind {
        case .configMap: configMaps.contains(key.name.string)
        case .secret: secrets.contains(key.name.string)
        case .serviceAccount: serviceAccounts.contains(key.name.string)
        default: false
        }
    }
}

extension JSONValue {
    /// Init containers first; of a pod's specification.
    var containers: [JSONValue] {
        (self["initContainers"]?.elements ?? []) + (self["containers"]?.elements ?? [])
    }

    /// The members at the end of a path of keys.
    subscript(path: [String]) -> JSONValue? {
        get { path.reduce(Optional(self)) { $0?[$1] } }
        set {
            guard let first = path.first else { return }
            if path.count == 1 { return self[first] = newValue }
            var next = self[first] ?? .object([])
            next[Array(path.dropFirst())] = newValue
            self[first] = next
        }
    }

    /// Every element changed in place; nothing where there is no array at the key.
    mutating func eachElement(of key: String, _ change: (inout JSONValue) -> Void) {
        guard var elements = self[key]?.elements else { return }
        for place in elements.indices { change(&elements[place]) }
        self[key] = .array(elements)
    }

    /// With the members of another object in place of its own, at every depth.
    func overlaid(with other: JSONValue) -> JSONValue {
        guard members != nil, let above = other.members else { return other }
        return above.reduce(into: self) { result, member in
            result[member.key] = result[member.key]?.overlaid(with: member.value) ?? member.value
        }
    }
}
