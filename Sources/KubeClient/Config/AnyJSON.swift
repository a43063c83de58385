internal import ClusterModel
internal import StructuredData

/// A value passed on without being understood, kept as JSON text.
struct AnyJSON: WireValue, Equatable {
    private(set) var text = ""

    var isAbsent: Bool { text.isEmpty }

    mutating func read(from reader: inout Reader) throws {
        var writer = DocumentWriter(format: .json)
        try AnyJSON.copy(&reader, to: &writer)
        text = JSONText.take(&writer)
    }

    func write(to writer: inout DocumentWriter) {
        let copied: Void? = try? readDocument(Array(text.utf8), source: "") {
            try AnyJSON.copy(&$0, to: &writer)
        }
        if copied == nil { writer.null() }
    }

    /// The reader limits the nesting.
    private static func copy(_ reader: inout Reader, to writer: inout DocumentWriter) throws {
        switch try reader.peekKind() {
        case .object:
            writer.beginObject()
            try reader.eachMapEntry { key, reader in
                writer.key(String(decoding: key, as: UTF8.self))
                try copy(&reader, to: &writer)
            }
            writer.endObject()
        case .array:
            writer.beginArray()
            if try reader.enterArray() {
                while try reader.nextElement() { try copy(&reader, to: &writer) }
            }
            writer.endArray()
        case .string: writer.string(try reader.string() ?? "")
        case .bool: writer.bool(try reader.bool() ?? false)
        case .null:
            try reader.skipValue()
            writer.null()
        case .number: try copyNumber(&reader, to: &writer)
        }
    }

    private static func copyNumber(_ reader: inout Reader, to writer: inout DocumentWriter) throws {
        let digits = try reader.scalarBytes { bytes, _ in String(decoding: bytes, as: UTF8.self) }
        if let integer = digits.flatMap({ Int64($0) }) {
            writer.int(integer)
        } else {
            writer.double(digits.flatMap { Double($0) } ?? 0)
        }
    }
}
