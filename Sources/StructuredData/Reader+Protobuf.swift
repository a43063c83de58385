/// How a protobuf value is encoded (https://protobuf.dev/programming-guides/encoding/), and two
/// states of ours: the whole message before it is entered, and a map entry without a value.
enum Wire: UInt8 {
    case varint = 0
    case fixed64 = 1
    case delimited = 2
    case startGroup = 3
    case endGroup = 4
    case fixed32 = 5
    case root = 8
    case absent = 9
}

extension Reader {
    mutating func enterMessage() throws(DataError) -> Scope? {
        let scope = Scope(limit: limit, depth: depth)
        valueStart = cursor
        if wire != .root {
            if wire == .absent { return nil }
            let end = try delimitedEnd("a message")
            guard depth < Self.maximumDepth else { throw tooDeep(at: cursor) }
            limit = end
        }
        depth &+= 1
        return scope
    }

    @inline(__always) mutating func leaveMessage(_ scope: Scope) {
        cursor = limit
        limit = scope.limit
        depth = scope.depth
    }

    mutating func nextMessageField() throws(DataError) -> Int {
        guard cursor < limit else {
            current = 0
            return 0
        }
        var tag = UInt64(cursor.byte)
        if tag < 0x80 { cursor += 1 } else { tag = try takeVarint() }
        guard let wire = Wire(rawValue: UInt8(tag & 7)), tag >> 3 != 0, tag >> 32 == 0 else {
            throw malformed("no protobuf field begins with tag \(tag)", at: cursor)
        }
        self.wire = wire
        keyLength = Int(tag >> 3)
        current = keyLength
        return current
    }

    /// The bytes of a length-delimited value.
    mutating func delimited(_ what: String) throws(DataError) -> UnsafeRawBufferPointer? {
        valueStart = cursor
        if wire == .absent { return nil }
        let end = try delimitedEnd(what)
        defer { cursor = end }
        return unsafe cursor.bytes(end - cursor)
    }

    mutating func varintValue(_ what: String) throws(DataError) -> UInt64? {
        valueStart = cursor
        if wire == .varint { return try takeVarint() }
        if wire == .absent { return nil }
        throw wireMismatch(what)
    }

    mutating func fixed64Value() throws(DataError) -> UInt64? {
        valueStart = cursor
        if wire == .absent { return nil }
        guard wire == .fixed64 else { throw wireMismatch("a number") }
        guard limit - cursor >= 8 else { throw pastEnd() }
        defer { cursor += 8 }
        return cursor.word
    }

    mutating func skipWire() throws(DataError) {
        valueStart = cursor
        switch wire {
        case .varint: _ = try takeVarint()
        case .fixed64: try skip(8)
        case .fixed32: try skip(4)
        case .delimited: cursor = try delimitedEnd("a value")
        case .root: cursor = limit
        case .absent: break
        case .startGroup, .endGroup:
            throw malformed("protobuf groups are not read", at: cursor)
        }
    }

    /// One entry of a map: a message with the key in field 1 and the value in field 2.
    mutating func messageMapEntry(
        _ body: (UnsafeRawBufferPointer, inout Reader) throws -> Void
    ) throws {
        guard let scope = try enterMessage() else { return }
        var key = unsafe cursor.bytes(0)
        var value: (cursor: Cursor, wire: Wire)?
        while case let number = try nextMessageField(), number != 0 {
            if number == 1 {
                if let bytes = try unsafe delimited("a key") { unsafe key = unsafe bytes }
            } else {
                if number == 2 { value = (cursor, wire) }
                try skipWire()
            }
        }
        cursor = value?.cursor ?? cursor
        wire = value?.wire ?? .absent
        try unsafe body(key, &self)
        leaveMessage(scope)
    }

    var wireKind: Kind {
        switch wire {
        case .varint, .fixed64, .fixed32: .number
        case .root, .startGroup, .endGroup: .object
        case .delimited: .string
        case .absent: .null
        }
    }
}

// MARK: Encoding

extension Reader {
    /// At most ten bytes, of which the last holds one bit. The padding's zeros end it at the latest
    /// behind the bytes, so one comparison at the end is enough.
    mutating func takeVarint() throws(DataError) -> UInt64 {
        let start = cursor
        var place = cursor
        var value = UInt64(place.byte & 0x7f)
        var shift: UInt64 = 7
        while place.byte >= 0x80 {
            place += 1
            if shift == 63, place.byte > 1 {
                throw malformed("a protobuf number is over 64 bits", at: start)
            }
            value |= UInt64(place.byte & 0x7f) &<< shift
            shift += 7
        }
        place += 1
        guard place <= limit else { throw pastEnd() }
        cursor = place
        return value
    }

    /// Passes over the length of a delimited value; returns where the value ends.
    @inline(__always) private mutating func delimitedEnd(
        _ what: String
    ) throws(DataError) -> Cursor {
        guard wire == .delimited else { throw wireMismatch(what) }
        var length = UInt64(cursor.byte)
        if length < 0x80 { cursor += 1 } else { length = try takeVarint() }
        guard cursor <= limit, length <= UInt64(limit - cursor) else { throw pastEnd() }
        return cursor + Int(length)
    }

    private mutating func skip(_ count: Int) throws(DataError) {
        guard limit - cursor >= count else { throw pastEnd() }
        cursor += count
    }

    @inline(never) private func pastEnd() -> DataError {
        malformed("a protobuf value runs past the end of its message", at: valueStart)
    }

    @inline(never) private func wireMismatch(_ what: String) -> DataError {
        error(.typeMismatch, "expected \(what) for \(fieldName), found another wire type")
    }
}
