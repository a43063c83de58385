package import StructuredData

/// A pod template that a StatefulSet or DaemonSet has, or had (`apps/v1` ControllerRevision).
///
/// It is history, which explains and is not judged, so only an analysis reads it.
package struct ControllerRevision: ChangedObject {
    package static let kind = Kind.controllerRevision
    package var changedMetadata = ChangedMeta()
    /// Grows with every change. One that comes back is not written anew but numbered anew.
    package var revision = 0
    private var data = RevisionData()

    package var template: PodTemplate { data.patch.spec.template }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("data", 2, &data)
        try visit.field("revision", 3, &revision)
    }
}

/// What the controllers of StatefulSets and DaemonSets keep: a patch of the object that has the
/// template in it. Others may keep what they like.
private struct RevisionData: WireValue {
    var patch = TemplatePatch()

    var isAbsent: Bool { false }

    mutating func read(from reader: inout Reader) throws {
        try reader.embeddedJSON { try patch.read(from: &$0) }
    }

    func write(to writer: inout DocumentWriter) { patch.write(to: &writer) }
}

private struct TemplatePatch: Message {
    var spec = TemplateHolder()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("spec", 2, &spec)
    }
}

private struct TemplateHolder: Message {
    var template = PodTemplate()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("template", 3, &template)
    }
}
