import ClusterModel

/// `configmap/namespace/name` or `secret/namespace/name` → whether it is there, and who refers to
/// it. Both those that are there and those that are only referred to are in it.
///
/// A user is the object a person manages: a Deployment for its pods. The templates of old revisions
/// count, since a rollback needs what they refer to.
package struct ConfigReferenceIndex: Index {
    private let objects: [ObjectKey]
    private let uses: [ObjectKey: Set<User>]
    private let source: IndexSource

    fileprivate struct User: Hashable {
        let object: ObjectKey
        let use: ConfigUse
    }

    package init(_ source: IndexSource) {
        let snapshot = source.snapshot
        var uses: [ObjectKey: Set<User>] = [:]
        for object in snapshot.configMaps { uses[object.key] = [] }
        for object in snapshot.secrets { uses[object.key] = [] }
        snapshot.eachConfigUse { key, metadata, use in
            let user = source.lookups.owners(of: metadata).last ?? key
            uses[use.object, default: []].insert(User(object: user, use: use))
        }
        if source.selectsLabels {
            uses = uses.filter {
                source.lookups.metadata(of: $0.key).map(source.admits) ?? false
            }
        }
        objects = uses.keys.sorted()
        self.uses = uses
        self.source = source
    }

    package var count: Int { objects.count }
    package subscript(place: Int) -> ConfigReferences { entry(objects[place]) }

    package subscript(key: String) -> ConfigReferences? {
        guard let key = ObjectKey(reference: key), uses[key] != nil else { return nil }
        return entry(key)
    }

    private func entry(_ key: ObjectKey) -> ConfigReferences {
        let users = (uses[key] ?? []).map(ConfigUser.init).sorted()
        return ConfigReferences(key, exists: exists(key), users)
    }

    /// Nil where not all of its kind could be read.
    private func exists(_ key: ObjectKey) -> Bool? {
        if source.lookups.contains(key) { return true }
        return source.snapshot.isComplete(key.kind, in: key.namespace) ? false : nil
    }
}

extension ConfigUser {
    fileprivate init(_ user: ConfigReferenceIndex.User) {
        self.init()
        kind = Symbol(user.object.kind.name)
        namespace = user.object.namespace
        name = user.object.name
        via = Symbol(user.use.via.rawValue)
        if user.use.via == .volume { volume = user.use.place } else { container = user.use.place }
        key = user.use.key
        optional = user.use.isOptional
    }
}

extension ConfigUser: Comparable {
    package static func < (a: ConfigUser, b: ConfigUser) -> Bool {
        let (x, y) = (a.order, b.order)
        return zip(x, y).first { $0 != $1 }.map { $0 < $1 } ?? (!a.optional && b.optional)
    }

    private var order: [Symbol] { [namespace, kind, name, via, container, volume, key] }
}
