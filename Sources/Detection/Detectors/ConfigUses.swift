import ClusterModel

/// The ConfigMaps and Secrets that something refers to, whether it must have them or may.
struct ConfigUses: Sendable {
    private let keys: Set<ObjectKey>

    init(_ snapshot: Snapshot) {
        var keys: Set<ObjectKey> = []
        snapshot.eachConfigUse { _, _, use in keys.insert(use.object) }
        self.keys = keys
    }

    func contains(_ key: ObjectKey) -> Bool { keys.contains(key) }
}
