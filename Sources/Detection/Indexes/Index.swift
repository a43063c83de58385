package import ClusterModel

/// A look-up over a snapshot: entries in the order of their keys, each found by its key with one
/// hash.
///
/// One index, one file, one kind of entry. An entry is made when it is asked for; what an index
/// holds are places in the snapshot.
package protocol Index {
    associatedtype Entry: IndexEntry

    init(_ source: IndexSource)

    var count: Int { get }
    subscript(place: Int) -> Entry { get }
    subscript(key: String) -> Entry? { get }
}

/// What an index says of one key: a document of its own.
package protocol IndexEntry: Message {
    /// The document's kind.
    static var kindName: String { get }
    var key: String { get }
}
