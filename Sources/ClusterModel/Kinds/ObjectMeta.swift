package import StructuredData

/// What every object carries (`meta/v1` ObjectMeta). `managedFields` is dropped, but for `ChangedMeta`; of the annotations only those in `KeptAnnotations` stay.
package struct ObjectMeta: Message {
    package var name = Symbol.empty
    package var namespace = Symbol.empty
    package var uid = UID()
    package var generation = 0
    package var creationTimestamp = Timestamp()
    package var deletionTimestamp = Timestamp()
    package var deletionGracePeriodSeconds: Int?
    package var labels = StringMap()
    package var annotations = KeptAnnotations()
    package var ownerReferences: [OwnerReference] = []
    package var finalizers: [Symbol] = []

    /// The owner that manages this object, if one does.
    ///
    /// A Job that `kubectl create job --from=cronjob/…` makes names its CronJob without calling it
    /// the controller, and is one of its runs all the same.
    package var controller: OwnerReference? {
        ownerReferences.first { $0.controller } ?? ownerReferences.first { $0.kind == "CronJob" }
    }

    /// The number that a Deployment's controller gave its present template, or a ReplicaSet's.
    package var deploymentRevision: Int? {
        annotations["deployment.kubernetes.io/revision"].flatMap { Int($0.string) }
    }

    package var isTerminating: Bool { deletionTimestamp.isSet }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("namespace", 3, &namespace)
        try visit.field("uid", 5, &uid)
        try visit.field("generation", 7, &generation)
        try visit.field("creationTimestamp", 8, &creationTimestamp)
        try visit.field("deletionTimestamp", 9, &deletionTimestamp)
        try visit.field("deletionGracePeriodSeconds", 10, &deletionGracePeriodSeconds)
        try visit.field("labels", 11, &labels)
        try visit.field("annotations", 12, &annotations)
        try visit.field("ownerReferences", 13, &ownerReferences)
        try visit.field("finalizers", 14, &finalizers)
    }
}

/// An object's owner, in the object's own namespace or cluster-scoped.
package struct OwnerReference: Message, Hashable {
    package var kind = Symbol.empty
    package var name = Symbol.empty
    package var uid = UID()
    package var apiVersion = Symbol.empty
    package var controller = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("name", 3, &name)
        try visit.field("uid", 4, &uid)
        try visit.field("apiVersion", 5, &apiVersion)
        try visit.field("controller", 6, &controller)
    }
}

/// A reference to another object (`core/v1` ObjectReference).
package struct ObjectReference: Message, Hashable {
    package var kind = Symbol.empty
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    package var uid = UID()
    package var apiVersion = Symbol.empty
    package var fieldPath = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("namespace", 2, &namespace)
        try visit.field("name", 3, &name)
        try visit.field("uid", 4, &uid)
        try visit.field("apiVersion", 5, &apiVersion)
        try visit.field("fieldPath", 7, &fieldPath)
    }
}

extension ObjectReference {
    package init(_ key: ObjectKey) {
        kind = Symbol(key.kind.name)
        namespace = key.namespace
        name = key.name
        apiVersion = Symbol(key.kind.apiVersion)
    }
}

/// A reference by name within the namespace (`core/v1` LocalObjectReference).
package struct NameReference: Message, Hashable {
    package var name = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
    }
}
