extension Reader {
    /// Enters an object or a message; nil when the JSON value is `null` or the field is absent.
    package mutating func enterObject() throws(DataError) -> Scope? {
        guard format == .json else { return try enterMessage() }
        let place = cursor.skippingSpace()
        valueStart = place
        guard place.byte == Byte.openBrace else {
            if try takeNull(place) { return nil }
            throw mismatch("an object", at: place)
        }
        let scope = Scope(limit: limit, depth: depth)
        try enter(place)
        return scope
    }

    /// The next field that `keys` knows, its value being next to read; 0 at the end of the object.
    ///
    /// JSON: unknown keys are passed over. Protobuf: any number may come, the caller skips what it
    /// does not know.
    package mutating func nextField(_ keys: KeyTable) throws(DataError) -> Int {
        guard format == .json else { return try nextMessageField() }
        while true {
            let number = try nextKey(keys)
            if number >= 0 {
                current = number
                return number
            }
            try skipJSON()
        }
    }

    /// Leaves the object, passing over what was not read; the field last returned must have been.
    package mutating func leaveObject(_ scope: Scope) throws(DataError) {
        guard format == .json else { return leaveMessage(scope) }
        while depth > scope.depth {
            if try nextKey(.empty) == 0 { break }
            try skipJSON()
        }
    }

    /// Calls `body` with each key of a map, the value being next to read. Protobuf has one field
    /// for each entry, so there it is called once; a reading loop is the same for both.
    package mutating func eachMapEntry(
        _ body: (UnsafeRawBufferPointer, inout Reader) throws -> Void
    ) throws {
        guard format == .json else { return try unsafe messageMapEntry(body) }
        guard try enterObject() != nil else { return }
        while try nextKey(.empty) != 0 {
            let before = cursor
            if isEscaped(keyStart, keyLength) {
                // The scratch may be needed for the value while the body still holds the key.
                let key = try unescaped(keyStart)
                try unsafe key.withUnsafeBytes { try unsafe body($0, &self) }
            } else {
                try unsafe body(keyStart.bytes(keyLength), &self)
            }
            if cursor == before { try skipJSON() }
        }
    }
}

// MARK: JSON

extension Reader {
    mutating func enter(_ place: Cursor) throws(DataError) {
        guard depth < Self.maximumDepth else { throw tooDeep(at: place) }
        depth &+= 1
        isFirst = true
        cursor = place + 1
    }

    /// The next key: its number, -1 if `keys` has none for it, 0 at the end of the object.
    @inline(__always) mutating func nextKey(_ keys: KeyTable) throws(DataError) -> Int {
        var place = cursor.skippingSpace()
        if place.byte == Byte.comma, !isFirst {
            place = (place + 1).skippingSpace()
        } else if place.byte == Byte.closeBrace {
            return leaveJSON(place)
        } else if !isFirst {
            throw expected("',' or '}'", at: place)
        }
        guard place.byte == Byte.quote else { throw expected("a quoted key", at: place) }
        let start = place + 1
        var end = start.stringStop()
        var number = 0
        if end.byte == Byte.quote {
            number = keys.number(at: start, length: end - start)
        } else {
            end = try stringEnd(from: end)
            number = keys.number(ofEscaped: try unescaped(start))
        }
        place = (end + 1).skippingSpace()
        guard place.byte == Byte.colon else { throw expected("':'", at: place) }
        keyStart = start
        keyLength = end - start
        isFirst = false
        cursor = place + 1
        return number == 0 ? -1 : number
    }

    @inline(__always) mutating func leaveJSON(_ place: Cursor) -> Int {
        isFirst = false
        depth &-= 1
        cursor = place + 1
        current = 0
        return 0
    }
}

extension KeyTable {
    static let empty = KeyTable([])

    func number(ofEscaped bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBytes { unsafe number(of: $0) }
    }
}
