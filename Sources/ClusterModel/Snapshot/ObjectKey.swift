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

// MARK: As people type it

extension ObjectKey {
    /// From `shop/web-0`, and `node-1` for what has no namespace.
    package init(_ kind: Kind, text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
                return ObjectKey(kind, .empty, Symbol(bytes: UnsafeRawBufferPointer(bytes)))
            }
            func symbol(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Symbol {
                Symbol(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part)))
            }
            return ObjectKey(kind, symbol(bytes[..<slash]), symbol(bytes[(slash + 1)...]))
        }
    }

    /// From `pod/shop/web-0` or `pods/shop/web-0`; nil if no kind is called so.
    package init?(reference: String) {
        let parts = reference.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(resource: String(parts[0])) else { return nil }
        self.init(kind, text: String(parts[1]))
    }

    /// `shop/web-0`, `node-1`.
    package var text: String { namespace.isEmpty ? name.string : "\(namespace)/\(name)" }

    /// `pod/shop/web-0`, `node/node-1`.
    package var reference: String { "\(kind.name.lowercased())/\(text)" }
}
