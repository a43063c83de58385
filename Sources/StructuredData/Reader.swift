/// A pull reader over one complete JSON value or protobuf message held in memory.
///
/// One vocabulary for both formats, so that a kind is declared once: an object is entered, asked for
/// one field after another, and left. It is a plain struct that branches on its format; a generic
/// reader would have to be specialised in each importing module to be fast.
///
/// A reading loop:
/// ```
/// guard let scope = try reader.enterObject() else { return }
/// while case let number = try reader.nextField(keys), number != 0 {
///     reader.current = number
///     … the field reads itself and sets current = 0 …
///     if reader.current != 0 { try reader.skipValue() }
/// }
/// try reader.leaveObject(scope)
/// ```
@safe package struct Reader {
    package enum Format: Sendable { case json, protobuf }

    /// What a JSON value is; protobuf's wire types appear as `number` and `string`.
    package enum Kind: Sendable { case object, array, string, number, bool, null }

    /// What must be given back to leave an object: the message around it and how deep that is.
    @safe package struct Scope {
        let limit: Cursor
        let depth: Int
    }

    /// Deeper nesting than any Kubernetes object has; hostile input must not use up the stack.
    static let maximumDepth = 512

    package let format: Format
    /// The field last returned by `nextField` and not yet read; whoever reads it sets it to 0.
    package var current = 0

    var cursor: Cursor
    /// JSON: the end of the bytes. Protobuf: the end of the message being read.
    var limit: Cursor
    /// JSON: the innermost object or array was just entered, so no comma is due.
    var isFirst = false
    /// Protobuf: how the value at the cursor is encoded.
    var wire = Wire.root
    var depth = 0
    /// The value read last, for errors told after it was read.
    var valueStart: Cursor
    /// The key read last, for messages.
    var keyStart: Cursor
    var keyLength = 0
    /// Whether more bytes may follow `limit`: then its end is `.incomplete`, not `.truncated`.
    let mayGrow: Bool
    let origin: Origin

    init(
        _ format: Format, from start: Cursor, to end: Cursor, mayGrow: Bool = false, origin: Origin
    ) {
        self.format = format
        cursor = start
        limit = end
        valueStart = start
        keyStart = start
        self.mayGrow = mayGrow
        self.origin = origin
    }
}

extension Reader {
    /// Reads one value held whole in memory; the bytes are copied once to be padded.
    package static func read<T>(
        _ bytes: UnsafeRawBufferPointer, format: Format, source: String,
        _ body: (inout Reader) throws -> T
    ) throws -> T {
        try unsafe read(bytes, format: format, source: source, original: nil, body)
    }

    static func read<T>(
        _ bytes: UnsafeRawBufferPointer, format: Format, source: String,
        original: (any OriginalText)?, _ body: (inout Reader) throws -> T
    ) throws -> T {
        let buffer = unsafe PaddedBuffer(bytes)
        return try withExtendedLifetime(buffer) {
            let origin = Origin(source: source, format: format)
            origin.start = buffer.start
            origin.original = original
            var reader = Reader(
                format, from: buffer.start, to: buffer.start + buffer.count, origin: origin)
            let value = try body(&reader)
            try reader.expectEnd()
            return value
        }
    }

    private func expectEnd() throws(DataError) {
        guard format == .json else { return }
        let rest = cursor.skippingSpace()
        guard rest == limit else { throw malformed("more text after the value", at: rest) }
    }
}
