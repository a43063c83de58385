import ClusterModel
import StructuredData

extension ProposedPatch {
    /// The changes alone, as a strategic merge patch: containers are merged by their names. Nil where
    /// nothing changes.
    init?(_ draft: Draft) {
        let replicas = draft.replicas.flatMap { $0.proposed != $0.current ? $0.proposed : nil }
        let sizes = draft.sizes.filter(\.isChange)
        guard replicas != nil || !sizes.isEmpty else { return nil }
        self.init()
        type = "strategic"
        var writer = DocumentWriter(format: .json)
        writer.beginObject()
        writer.key("spec")
        writer.beginObject()
        if let replicas {
            writer.key("replicas")
            writer.int(replicas)
        }
        if !sizes.isEmpty { Self.write(sizes, to: &writer) }
        writer.endObject()
        writer.endObject()
        body = String(decoding: writer.takeOutput().dropLast(), as: UTF8.self)
    }

    private static func write(_ sizes: [SizeDraft], to writer: inout DocumentWriter) {
        for key in ["template", "spec"] {
            writer.key(key)
            writer.beginObject()
        }
        writer.key("containers")
        writer.beginArray()
        var names: [Symbol] = []
        for size in sizes where !names.contains(size.container) { names.append(size.container) }
        for name in names {
            let own = sizes.filter { $0.container == name }
            writer.beginObject()
            writer.field("name", name.string)
            writer.key("resources")
            writer.beginObject()
            write("requests", own.map { ($0.resource, $0.request) }, to: &writer)
            let limits = own.compactMap { size in size.limitQuantity.map { (size.resource, $0) } }
            if !limits.isEmpty { write("limits", limits, to: &writer) }
            writer.endObject()
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endObject()
    }

    private static func write(
        _ key: String, _ amounts: [(MeasuredResource, Quantity)], to writer: inout DocumentWriter
    ) {
        writer.key(key)
        writer.beginObject()
        for (resource, amount) in amounts { writer.field(resource.rawValue, amount.description) }
        writer.endObject()
    }
}
