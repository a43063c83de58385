package import ClusterModel
package import StructuredData

/// Who refers to a ConfigMap or Secret.
package struct ConfigReferences: IndexEntry {
    package static let kindName = "ConfigReferences"

    package private(set) var key = ""
    package var kind = Symbol.empty
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    /// Null where it is not known.
    package var exists = Always<Bool?>()
    package var users = Always<[ConfigUser]>()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ object: ObjectKey, exists: Bool?, _ users: [ConfigUser]) {
        key = object.reference
        kind = Symbol(object.kind.name)
        namespace = object.namespace
        name = object.name
        self.exists.value = exists
        self.users.value = users
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        // Not `kind`: that is the document's own.
        try visit.field("resource", 2, &kind)
        try visit.field("namespace", 3, &namespace)
        try visit.field("name", 4, &name)
        try visit.field("exists", 5, &exists)
        try visit.field("users", 6, &users)
    }
}

/// One that refers to it, and how.
package struct ConfigUser: Message, Hashable {
    package var kind = Symbol.empty
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    /// `ConfigUse.Via` by name.
    package var via = Symbol.empty
    package var container = Symbol.empty
    package var volume = Symbol.empty
    /// The one key that is referred to; empty for the object as a whole.
    package var key = Symbol.empty
    package var optional = false

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("namespace", 2, &namespace)
        try visit.field("name", 3, &name)
        try visit.field("via", 4, &via)
        try visit.field("container", 5, &container)
        try visit.field("volume", 6, &volume)
        try visit.field("key", 7, &key)
        try visit.field("optional", 8, &optional)
    }
}
