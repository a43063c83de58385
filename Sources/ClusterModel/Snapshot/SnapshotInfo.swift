package import StructuredData

/// What a saved snapshot says of itself: when it was taken, of which cluster, and how completely.
/// It is the first item of the file; with it, `-f` sees what the live run saw.
package struct SnapshotInfo: Message, Hashable {
    package static let apiVersion = "aegis.io/v1alpha1"
    package static let kindName = "SnapshotInfo"

    package var capturedAt = Timestamp()
    package var cluster = ""
    package var context = ""
    package var coverage: [SavedCoverage] = []
    package var clientIdentity: ClientIdentity?
    package var namespacesRead: [Symbol] = []
    /// The part of the cluster that was read, if not all of it.
    package var shard: Shard?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("capturedAt", 1, &capturedAt)
        try visit.field("cluster", 2, &cluster)
        try visit.field("context", 3, &context)
        try visit.field("coverage", 4, &coverage)
        try visit.field("clientIdentity", 5, &clientIdentity)
        try visit.field("namespacesRead", 6, &namespacesRead)
        try visit.field("shard", 7, &shard)
    }
}

/// `Coverage` as a saved snapshot holds it.
package struct SavedCoverage: Message, Hashable {
    var kind = ""
    var state = ""
    var count = 0
    var reason = ""

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package init(_ coverage: Coverage) {
        kind = coverage.kind.name
        state = coverage.state.rawValue
        count = coverage.count
        reason = coverage.reason
    }

    /// Nil for a kind or state of another version of aegis.
    package var entry: Coverage? {
        guard let kind = Kind(name: kind), let state = Coverage.State(rawValue: state) else {
            return nil
        }
        return Coverage(kind, state, count: count, reason: reason)
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("state", 2, &state)
        try visit.field("count", 3, &count)
        try visit.field("reason", 4, &reason)
    }
}
