package import StructuredData

/// A namespace.
package struct Namespace: KubeObject {
    package static let kind = Kind.namespace
    package var metadata = ObjectMeta()
    package var spec = NamespaceSpec()
    package var status = NamespaceStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What must be gone before the namespace is.
package struct NamespaceSpec: Message, Hashable {
    package var finalizers: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("finalizers", 1, &finalizers)
    }
}

/// Active or Terminating, and what holds it.
package struct NamespaceStatus: Message, Hashable {
    package var phase = Symbol.empty
    package var conditions: [DatedCondition] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("phase", 1, &phase)
        try visit.field("conditions", 2, &conditions)
    }
}
