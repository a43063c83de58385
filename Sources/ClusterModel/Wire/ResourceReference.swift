package import StructuredData

/// An object as documents name it.
package struct ResourceReference: Message, Hashable {
    package var apiVersion = ""
    package var kind = ""
    package var namespace = ""
    package var name = ""

    package static let keys = KeyTable(of: Self.self)

    package init() {}

    package init(_ key: ObjectKey) {
        apiVersion = key.kind.apiVersion
        kind = key.kind.name
        namespace = key.namespace.string
        name = key.name.string
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("apiVersion", 1, &apiVersion)
        try visit.field("kind", 2, &kind)
        try visit.field("namespace", 3, &namespace)
        try visit.field("name", 4, &name)
    }
}

extension ResourceReference {
    /// `pod/web-0`, as kubectl takes it.
    package var kubectlName: String { "\(kind.lowercased())/\(name)" }

    /// `pod shop/web-0`, `node node-1`.
    package var text: String {
        namespace.isEmpty ? "\(kind) \(name)" : "\(kind) \(namespace)/\(name)"
    }
}
