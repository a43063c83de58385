import ClusterModel

/// Manifests are written in the source as they will stand in the file:
/// `["metadata": ["name": .string(name)]]`.
extension JSONValue {
    static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

    /// An object with the members of both.
    func with(_ more: JSONValue) -> JSONValue {
        .object((members ?? []) + (more.members ?? []))
    }
}
