package import StructuredData

/// The metadata of what people change, with who did so and when. It tells what was changed just
/// before trouble began, and until when a controller may still be busy with the last change.
package struct ChangedMeta: Message {
    package var object = ObjectMeta()
    private var log = ChangeLog()

    /// Of the last change to anything but the status; not set where the input leaves out
    /// `managedFields`, as kubectl does unless asked.
    package var changedAt: Timestamp { log.newest }

    /// By others than Kubernetes' own controllers, or to what an object is to be.
    package var edits: [Edit] { log.edits }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try object.fields(&visit)
        try visit.field("managedFields", 17, &log)
        // Ours, not the API's: a saved snapshot holds what is kept instead of the log.
        try visit.field("aegis.io/changedAt", 902, &log.newest)
        try visit.field("aegis.io/edits", 903, &log.edits)
    }
}

/// An object that people change.
package protocol ChangedObject: KubeObject {
    var changedMetadata: ChangedMeta { get set }
}

extension ChangedObject {
    package var metadata: ObjectMeta {
        get { changedMetadata.object }
        set { changedMetadata.object = newValue }
    }

    package var changedAt: Timestamp {
        max(metadata.creationTimestamp, changedMetadata.changedAt)
    }
}

extension ChangedObject {
    /// Since when it has been what it is, labels and annotations aside.
    package var setAt: Timestamp {
        changedMetadata.edits.lazy.filter { !$0.isOfMetadata }.map(\.time)
            .reduce(metadata.creationTimestamp, max)
    }
}

extension Workload where Self: ChangedObject {
    package var changedAt: Timestamp {
        max(metadata.creationTimestamp, changedMetadata.changedAt)
    }
}

/// What is kept of `managedFields`: the newest moment in it, and the edits.
private struct ChangeLog: WireValue {
    var newest = Timestamp()
    var edits: [Edit] = []

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
        var edit = Edit()
        try edit.read(from: &reader)
        if edit.isOfStatus { return }
        newest = max(newest, edit.time)
        if !edit.isRoutine { edits.append(edit) }
    }

    func write(to writer: inout DocumentWriter) { writer.null() }
}
