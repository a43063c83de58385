package import StructuredData

/// A message held by reference, so that equal ones can be shared: pods of one template, and most
/// pods of a cluster, say the same about probes, environment and volumes.
@dynamicMemberLookup
package struct Boxed<Content: Message & Hashable>: Sendable {
    private var storage: Storage

    package init(_ content: Content) { storage = Storage(content) }

    package var content: Content { storage.content }

    package subscript<T>(dynamicMember path: KeyPath<Content, T>) -> T {
        storage.content[keyPath: path]
    }

    func isIdentical(to other: Boxed) -> Bool { storage === other.storage }

    /// Holds the other's copy where both are equal.
    /// - Returns: true if they now are one.
    @discardableResult
    mutating func share(with other: Boxed) -> Bool {
        if storage === other.storage { return true }
        guard storage.content == other.storage.content else { return false }
        storage = other.storage
        return true
    }

    private final class Storage: Sendable {
        let content: Content
        init(_ content: Content) { self.content = content }
    }
}

extension Boxed: Hashable {
    package static func == (a: Boxed, b: Boxed) -> Bool {
        a.storage === b.storage || a.content == b.content
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

extension Boxed: WireValue {
    package init() { self.init(Content()) }

    package var isAbsent: Bool { content.isAbsent }

    package mutating func read(from reader: inout Reader) throws {
        var content = Content()
        try content.read(from: &reader)
        storage = Storage(content)
    }

    package func write(to writer: inout DocumentWriter) { content.write(to: &writer) }
}
