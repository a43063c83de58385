package import StructuredData

/// The metadata of what people change and controllers then bring about, with when it was last
/// changed: until the controller has had its time, nothing is missing.
package struct ChangedMeta: Message {
    package var object = ObjectMeta()
    /// Of the last change to anything but the status; not set where the input leaves out
    /// `managedFields`, as kubectl does unless asked.
    package private(set) var changedAt = Timestamp()
    private var changes = ChangeLog()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try object.fields(&visit)
        try visit.field("managedFields", 17, &changes)
        changedAt = max(changedAt, changes.newest)
        // Ours, not the API's: a saved snapshot holds the moment instead of the log.
        try visit.field("aegis.io/changedAt", 902, &changedAt)
    }
}

/// The newest moment in `managedFields`; everything else in there is skipped.
private struct ChangeLog: WireValue {
    var newest = Timestamp()

    var isAbsent: Bool { true }

    mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            guard try reader.enterArray() else { return }
            while try reader.nextElement() { try readEntry(from: &reader) }
        case .protobuf:
            try readEntry(from: &reader)
        }
    }

    private mutating func readEntry(from reader: inout Reader) throws {
        var entry = ManagedFieldsEntry()
        try entry.read(from: &reader)
        if entry.subresource != "status" { newest = max(newest, entry.time) }
    }

    func write(to writer: inout DocumentWriter) { writer.null() }
}

/// Who last changed some fields, and when (`meta/v1` ManagedFieldsEntry).
private struct ManagedFieldsEntry: Message {
    var time = Timestamp()
    var subresource = Symbol.empty

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("time", 4, &time)
        try visit.field("subresource", 8, &subresource)
    }
}
