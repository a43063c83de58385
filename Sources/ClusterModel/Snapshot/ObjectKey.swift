/// The identity of an object within a cluster.
package struct ObjectKey: Hashable, Sendable {
    package let kind: Kind
    package let namespace: Symbol
    package let name: Symbol

    package init(_ kind: Kind, _ namespace: Symbol, _ name: Symbol) {
        self.kind = kind
        self.namespace = kind.isNamespaced ? namespace : .empty
        self.name = name
    }
}

extension ObjectKey: Comparable {
    package static func < (a: ObjectKey, b: ObjectKey) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if a.namespace != b.namespace { return a.namespace < b.namespace }
        return a.name < b.name
    }
}

extension ObjectKey: CustomStringConvertible {
    /// `Pod shop/web-0`, `Node node-1`.
    package var description: String {
        namespace.isEmpty ? "\(kind.name) \(name)" : "\(kind.name) \(namespace)/\(name)"
    }
}
