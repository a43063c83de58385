internal import ClusterModel
internal import StructuredData

/// A map to lists of strings, in the order of its keys.
struct StringLists: WireValue, Equatable {
    private(set) var entries: [(key: String, values: [String])] = []

    var isAbsent: Bool { entries.isEmpty }

    mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            let name = String(decoding: key, as: UTF8.self)
            var values: [String] = []
            try values.read(from: &reader)
            entries.append((name, values))
        }
        entries.sort { $0.key < $1.key }
    }

    func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for entry in entries {
            writer.key(entry.key)
            entry.values.write(to: &writer)
        }
        writer.endObject()
    }

    static func == (a: StringLists, b: StringLists) -> Bool {
        a.entries.elementsEqual(b.entries) { $0.key == $1.key && $0.values == $1.values }
    }
}
