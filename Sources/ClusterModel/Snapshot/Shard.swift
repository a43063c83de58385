package import StructuredData

/// One of several parts of a cluster, each read by a run of its own: the namespaces whose names
/// hash to it. What belongs to no namespace is in the first part.
///
/// By the name alone, so that runs that know nothing of each other divide a cluster alike. A
/// namespace is never divided: most of what is wrong shows only in what it has together.
package struct Shard: Message, Hashable {
    /// From 0, as an Indexed Job counts.
    package var index = 0
    package var count = 1

    /// The completions that an Indexed Job may have.
    package static let limit = 100_000

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    /// Nil for a part that there is not.
    package init?(_ index: Int, of count: Int) {
        self.index = index
        self.count = count
        guard isValid else { return nil }
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("index", 1, &index)
        try visit.field("count", 2, &count)
    }

    /// False for what only a file can claim.
    package var isValid: Bool { 1...Self.limit ~= count && 0..<count ~= index }

    package func holds(namespace: Symbol) -> Bool {
        Fingerprint.hash(namespace.string) % UInt64(max(1, count)) == UInt64(max(0, index))
    }

    /// Whether objects of the kind are in this part at all.
    package func holds(_ kind: Kind) -> Bool {
        kind.isNamespaced || kind == .namespace || index == 0
    }

    func holds(_ kind: Kind, _ metadata: ObjectMeta) -> Bool {
        if kind == .namespace { return holds(namespace: metadata.name) }
        return kind.isNamespaced ? holds(namespace: metadata.namespace) : index == 0
    }
}

extension Shard: CustomStringConvertible {
    /// As options have it: `2/8`.
    package var description: String { "\(index)/\(count)" }
}
