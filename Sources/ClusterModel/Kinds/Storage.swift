package import StructuredData

/// A claim to storage.
package struct PersistentVolumeClaim: ChangedObject {
    package static let kind = Kind.persistentVolumeClaim
    package var changedMetadata = ChangedMeta()
    package var spec = PersistentVolumeClaimSpec()
    package var status = PersistentVolumeClaimStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What storage is asked for. `storageClassName` nil means the default class, empty means none.
package struct PersistentVolumeClaimSpec: Message, Hashable {
    package var accessModes: [Symbol] = []
    package var resources = ResourceRequirements()
    package var volumeName = Symbol.empty
    package var selector: LabelSelector?
    package var storageClassName: Symbol?
    package var volumeMode = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("accessModes", 1, &accessModes)
        try visit.field("resources", 2, &resources)
        try visit.field("volumeName", 3, &volumeName)
        try visit.field("selector", 4, &selector)
        try visit.field("storageClassName", 5, &storageClassName)
        try visit.field("volumeMode", 6, &volumeMode)
    }
}

/// What became of the claim.
package struct PersistentVolumeClaimStatus: Message, Hashable {
    package var phase = Symbol.empty
    package var capacity = ResourceList()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("phase", 1, &phase)
        try visit.field("capacity", 3, &capacity)
    }
}

/// A piece of storage.
package struct PersistentVolume: KubeObject {
    package static let kind = Kind.persistentVolume
    package var metadata = ObjectMeta()
    package var spec = PersistentVolumeSpec()
    package var status = PersistentVolumeStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What the storage is and whose.
package struct PersistentVolumeSpec: Message, Hashable {
    package var capacity = ResourceList()
    package var accessModes: [Symbol] = []
    package var claimRef: ObjectReference?
    package var persistentVolumeReclaimPolicy = Symbol.empty
    package var storageClassName = Symbol.empty
    package var volumeMode = Symbol.empty
    package var nodeAffinity: VolumeNodeAffinity?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("capacity", 1, &capacity)
        try visit.field("accessModes", 3, &accessModes)
        try visit.field("claimRef", 4, &claimRef)
        try visit.field("persistentVolumeReclaimPolicy", 5, &persistentVolumeReclaimPolicy)
        try visit.field("storageClassName", 6, &storageClassName)
        try visit.field("volumeMode", 8, &volumeMode)
        try visit.field("nodeAffinity", 9, &nodeAffinity)
    }
}

/// The nodes that reach the storage.
package struct VolumeNodeAffinity: Message, Hashable {
    package var required: NodeSelector?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("required", 1, &required)
    }
}

/// Available, Bound, Released or Failed, and why.
package struct PersistentVolumeStatus: Message, Hashable {
    package var phase = Symbol.empty
    package var message = Symbol.empty
    package var reason = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("phase", 1, &phase)
        try visit.field("message", 2, &message)
        try visit.field("reason", 3, &reason)
    }
}

/// A class of storage and who provisions it.
package struct StorageClass: ChangedObject {
    package static let kind = Kind.storageClass
    package var changedMetadata = ChangedMeta()
    package var provisioner = Symbol.empty
    package var reclaimPolicy = Symbol.empty
    package var volumeBindingMode = Symbol.empty

    package var isDefault: Bool {
        metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
            || metadata.annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true"
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("provisioner", 2, &provisioner)
        try visit.field("reclaimPolicy", 4, &reclaimPolicy)
        try visit.field("volumeBindingMode", 7, &volumeBindingMode)
    }
}
