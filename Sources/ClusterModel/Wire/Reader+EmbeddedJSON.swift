import StructuredData

extension Reader {
    /// Reads a document within an object: in JSON it stands there as it is, in protobuf as text in
    /// the only field of a message (`runtime.RawExtension`, `meta/v1` FieldsV1). What is no object
    /// is passed over.
    mutating func embeddedJSON(_ body: (inout Reader) throws -> Void) throws {
        guard format == .protobuf else {
            guard try peekKind() == .object else { return try skipValue() }
            return try body(&self)
        }
        var extensionMessage = RawExtension()
        try extensionMessage.read(from: &self)
        guard extensionMessage.raw.bytes.first == UInt8(ascii: "{") else { return }
        try readDocument(extensionMessage.raw.bytes, source: "") { try body(&$0) }
    }
}

private struct RawExtension: Message {
    var raw = RawBytes()

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("raw", 1, &raw)
    }
}

private struct RawBytes: WireValue {
    var bytes: [UInt8] = []

    var isAbsent: Bool { bytes.isEmpty }

    mutating func read(from reader: inout Reader) throws {
        bytes = try reader.string { Array($0) } ?? []
    }

    func write(to writer: inout DocumentWriter) {
        writer.string(String(decoding: bytes, as: UTF8.self))
    }
}
