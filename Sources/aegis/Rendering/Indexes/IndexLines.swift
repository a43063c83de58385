import Detection
import StructuredData

/// NDJSON: each entry a document of its own, written as soon as it is made.
struct IndexLines: IndexVisitor {
    private let key: String?
    private var output = OutputPieces()
    private var found = 0

    init(_ key: String?) { self.key = key }

    mutating func write(_ dump: IndexDump) throws -> Int {
        if let probes = dump.probes {
            try output.append(Document.bytes(probes, kind: Probes.kindName, format: .json))
        }
        try dump.eachIndex(&self)
        try output.flush()
        return found
    }

    mutating func visit<I: Index>(_ name: IndexName, _ index: I) throws where I.Entry: TableRow {
        try index.each(key) { entry in
            found += 1
            try output.append(Document.bytes(entry, kind: I.Entry.kindName, format: .json))
        }
    }
}
