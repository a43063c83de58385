/// Where in a Kubernetes protobuf response the next step begins: four magic bytes, then
/// `runtime.Unknown {typeMeta = 1, raw = 2, contentEncoding = 3, contentType = 4}`, and inside `raw`
/// a list `{metadata = 1, items = 2}` or an object.
struct ProtobufItemState {
    /// `k8s` and a zero, the first byte lowest.
    static let magic: UInt32 = 0x0073_386b
    /// A tag takes at most five bytes and a length ten.
    static let longestHeader = 15

    enum Place { case magic, envelope, list, object }

    var place = Place.magic
    var list = ListMetadata()
    var sawRaw = false
    /// The offset in the stream at which `raw` ends.
    var rawEnd = 0
    /// How many bytes the next step needs, when that is known.
    var needed = 0
}

extension ItemReader {
    private static let typeKeys = KeyTable([("apiVersion", 1), ("kind", 2)])

    private var isList: Bool { protobuf.list.kind.hasSuffix("List") }

    /// Reads as many steps as the buffer holds; returns how many bytes they used.
    mutating func readProtobuf(isLast: Bool, _ body: Body) throws -> Int {
        origin.start = buffer.start
        var reader = Reader(
            .protobuf, from: buffer.start, to: buffer.start + buffer.count, origin: origin)
        protobuf.needed = 0
        while try step(&reader, body) {}
        let used = reader.cursor - buffer.start
        protobuf.needed = max(0, protobuf.needed - used)
        if isLast { try endProtobuf(reader) }
        return used
    }

    private mutating func endProtobuf(_ reader: Reader) throws {
        if protobuf.place == .magic, buffer.count == 0 { throw DataError.empty(source: source) }
        guard reader.cursor == reader.limit, protobuf.place == .envelope else {
            throw reader.endOfInput()
        }
        // An empty list has its metadata at least: one without any is cut off, not empty.
        guard protobuf.sawRaw else { throw reader.endOfInput() }
        if isList { summary.lists.append(protobuf.list) }
    }

    /// False when more bytes are needed, the reader standing where it stood.
    private mutating func step(_ reader: inout Reader, _ body: Body) throws -> Bool {
        switch protobuf.place {
        case .magic: return try skipMagic(&reader)
        case .envelope: return try envelopeField(&reader)
        case .list: return try listField(&reader, body)
        case .object:
            guard let end = payloadEnd(reader, protobuf.rawEnd - offset(reader)) else {
                return false
            }
            let item = Item(apiVersion: protobuf.list.apiVersion, kind: protobuf.list.kind)
            try deliver(item, &reader, to: end, body)
            protobuf.place = .envelope
            return true
        }
    }

    private mutating func skipMagic(_ reader: inout Reader) throws -> Bool {
        guard reader.limit - reader.cursor >= 4 else { return false }
        guard reader.cursor.halfWord == ProtobufItemState.magic else {
            throw reader.malformed(
                "Kubernetes protobuf begins with 'k8s' and a zero", at: reader.cursor)
        }
        reader.cursor += 4
        protobuf.place = .envelope
        return true
    }

    private mutating func envelopeField(_ reader: inout Reader) throws -> Bool {
        var ahead = reader
        guard let (number, length) = try header(&ahead) else { return false }
        if number == 2 {
            try enterRaw(ahead, length)
            reader = ahead
            return true
        }
        guard let end = payloadEnd(ahead, length) else { return false }
        var value = Reader(.protobuf, from: ahead.cursor, to: end, origin: origin)
        if number == 1 { try readType(&value) }
        if number == 3, length > 0 {
            throw reader.error(
                .unsupported,
                "the content encoding \(value.cursor.text(min(length, 40))) is not read")
        }
        reader.cursor = end
        return true
    }

    private mutating func enterRaw(_ reader: Reader, _ length: Int) throws {
        guard !protobuf.list.kind.isEmpty, !protobuf.sawRaw else {
            throw reader.malformed("the protobuf envelope names no kind", at: reader.cursor)
        }
        guard protobuf.list.kind != "List" else {
            throw reader.error(.unsupported, "a protobuf List of mixed kinds is not read")
        }
        protobuf.sawRaw = true
        protobuf.rawEnd = offset(reader) + length
        protobuf.place = isList ? .list : .object
    }

    private mutating func readType(_ reader: inout Reader) throws {
        guard let scope = try reader.enterObject() else { return }
        while case let number = try reader.nextField(Self.typeKeys), number != 0 {
            switch number {
            case 1: protobuf.list.apiVersion = try reader.string() ?? ""
            case 2: protobuf.list.kind = try reader.string() ?? ""
            default: try reader.skipValue()
            }
        }
        try reader.leaveObject(scope)
    }

    // MARK: Lists

    private mutating func listField(_ reader: inout Reader, _ body: Body) throws -> Bool {
        if offset(reader) == protobuf.rawEnd {
            protobuf.place = .envelope
            return true
        }
        var ahead = reader
        guard let (number, length) = try header(&ahead) else { return false }
        guard length <= protobuf.rawEnd - offset(ahead) else {
            throw reader.malformed("an item runs past the end of its list", at: reader.cursor)
        }
        guard let end = payloadEnd(ahead, length) else { return false }
        if number == 1 {
            var value = Reader(.protobuf, from: ahead.cursor, to: end, origin: origin)
            let metadata = try ListMetadata(reading: &value)
            protobuf.list.resourceVersion = metadata.resourceVersion
            protobuf.list.continueToken = metadata.continueToken
            protobuf.list.remainingItemCount = metadata.remainingItemCount
        } else if number == 2 {
            let item = Item(
                apiVersion: protobuf.list.apiVersion,
                kind: ListFrame.elementKind(of: protobuf.list.kind) ?? "",
                listIndex: protobuf.list.itemCount, listKind: protobuf.list.kind)
            try deliver(item, &ahead, to: end, body)
            protobuf.list.itemCount += 1
        }
        reader.cursor = end
        return true
    }

    private mutating func deliver(
        _ item: Item, _ reader: inout Reader, to end: Cursor, _ body: Body
    ) throws {
        var message = Reader(.protobuf, from: reader.cursor, to: end, origin: origin)
        try deliver(item, &message, body)
        reader.cursor = end
    }

    // MARK: Framing

    private func offset(_ reader: Reader) -> Int {
        origin.position.byteOffset + (reader.cursor - origin.start)
    }

    /// The number and the length of the field beginning here; nil when its head is not all there.
    /// Envelope and list hold nothing but length-delimited fields.
    private mutating func header(_ reader: inout Reader) throws -> (number: Int, length: Int)? {
        let start = reader.cursor
        if Self.holdsHeader(start, reader.limit) {
            let number = try reader.nextMessageField()
            guard reader.wire == .delimited else {
                throw reader.malformed("expected a length-delimited protobuf field", at: start)
            }
            let size = try reader.takeVarint()
            // Far over any stream, and low enough to add to an offset.
            guard size <= UInt64(Int.max / 4) else {
                throw reader.malformed("a protobuf field claims \(size) bytes", at: start)
            }
            return (number, Int(size))
        }
        return nil
    }

    /// Whether a tag and a length stand here whole.
    private static func holdsHeader(_ start: Cursor, _ limit: Cursor) -> Bool {
        var place = start
        for _ in 0..<2 {
            while place < limit, place.byte >= 0x80, place - start < ProtobufItemState.longestHeader
            {
                place += 1
            }
            guard place < limit else { return false }
            place += 1
        }
        return true
    }

    private mutating func payloadEnd(_ reader: Reader, _ length: Int) -> Cursor? {
        if length <= reader.limit - reader.cursor { return reader.cursor + length }
        protobuf.needed = reader.cursor - buffer.start + length
        return nil
    }
}
