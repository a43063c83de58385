package import StructuredData

/// The keys of a ConfigMap's or Secret's data. The values are skipped while reading, so no value
/// ever enters the process's memory beyond the input buffer.
package struct KeyNames: Hashable, Sendable {
    package private(set) var names: [Symbol] = []

    package init() {}

    package func contains(_ name: Symbol) -> Bool { names.contains(name) }
}

extension KeyNames: WireValue {
    package var isAbsent: Bool { names.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            names.append(Symbol(bytes: key))
            try reader.skipValue()
        }
        names.sort()
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for name in names {
            writer.key(name.string)
            writer.string("")
        }
        writer.endObject()
    }
}
