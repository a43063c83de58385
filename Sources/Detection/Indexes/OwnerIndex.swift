package import ClusterModel
package import StructuredData

/// `pod/namespace/name` → what manages the object, from the nearest owner to the topmost. Objects
/// that nothing owns are in it too, with no owner.
package struct OwnerIndex: Index {
    package static let kinds: [Kind] = [
        .cronJob, .daemonSet, .deployment, .job, .pod, .replicaSet, .statefulSet,
    ]

    private let objects: [ObjectKey]
    private let source: IndexSource

    package init(_ source: IndexSource) {
        var collector = Collector(source: source)
        var snapshot = source.snapshot
        try? snapshot.each(&collector)
        objects = collector.keys
        self.source = source
    }

    /// The snapshot's kinds come in the order of their names, each sorted.
    private struct Collector: ObjectListVisitor {
        let source: IndexSource
        var keys: [ObjectKey] = []

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            guard OwnerIndex.kinds.contains(T.kind) else { return }
            keys += source.admitted(objects).map(\.key)
        }
    }

    package var count: Int { objects.count }

    package subscript(place: Int) -> Owners { entry(objects[place]) ?? Owners() }

    package subscript(key: String) -> Owners? { ObjectKey(reference: key).flatMap(entry) }

    private func entry(_ key: ObjectKey) -> Owners? {
        guard Self.kinds.contains(key.kind), let metadata = source.lookups.metadata(of: key),
            source.admits(metadata)
        else { return nil }
        return Owners(key, owners(of: metadata))
    }

    /// The chain of owners that aegis knows and, above it, the one it does not: a custom resource,
    /// or the node that a static pod belongs to.
    private func owners(of metadata: ObjectMeta) -> [ObjectReference] {
        let chain = source.lookups.owners(of: metadata)
        let last = chain.last.map { source.lookups.metadata(of: $0) } ?? metadata
        var references = chain.map(ObjectReference.init)
        if let last, let top = last.controller, last.controllerKey == nil {
            var reference = ObjectReference()
            reference.kind = top.kind
            reference.namespace = top.kind == "Node" ? .empty : last.namespace
            reference.name = top.name
            reference.apiVersion = top.apiVersion
            references.append(reference)
        }
        return references
    }
}

/// What manages an object.
package struct Owners: IndexEntry {
    package static let kindName = "Owners"

    package private(set) var key = ""
    package var object = ObjectReference()
    /// The nearest first.
    package var owners = Always<[ObjectReference]>()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    fileprivate init(_ object: ObjectKey, _ chain: [ObjectReference]) {
        key = object.reference
        self.object = ObjectReference(object)
        owners.value = chain
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("object", 2, &object)
        try visit.field("owners", 3, &owners)
    }
}
