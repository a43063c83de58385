import ClusterModel
import Detection
import StructuredData

/// JSON and YAML: one document, written a piece at a time.
struct IndexDocument: IndexVisitor {
    private let key: String?
    private var writer: DocumentWriter
    private var output = OutputPieces()
    private var found = 0

    init(_ format: DocumentWriter.Format, _ key: String?) {
        self.key = key
        writer = DocumentWriter(format: format)
    }

    mutating func write(_ dump: IndexDump) throws -> Int {
        writer.beginObject()
        writer.field("apiVersion", Document.apiVersion)
        writer.field("kind", IndexDump.kindName)
        writer.key("metadata")
        dump.metadata.write(to: &writer)
        writer.key("coverage")
        dump.coverage.map(CoverageRecord.init).write(to: &writer)
        if let probes = dump.probes {
            writer.key("probes")
            writer.beginObject()
            for (name, value) in probes.values {
                writer.key(name)
                value.write(to: &writer)
            }
            writer.endObject()
        }
        writer.key("indexes")
        writer.beginArray()
        try dump.eachIndex(&self)
        writer.endArray()
        writer.endObject()
        try output.append(writer.takeOutput())
        try output.flush()
        return found
    }

    mutating func visit<I: Index>(_ name: IndexName, _ index: I) throws where I.Entry: TableRow {
        writer.beginObject()
        writer.field("name", name.rawValue)
        writer.field("kind", I.Entry.kindName)
        writer.key("entries")
        writer.beginArray()
        try index.each(key) { entry in
            found += 1
            entry.write(to: &writer)
            try output.append(writer.takeOutput())
        }
        writer.endArray()
        writer.endObject()
    }
}
