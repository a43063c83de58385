/// Scalars. JSON's `null` is accepted by all of them and yields nil, as does an absent map value.
extension Reader {
    /// The bytes of a string, unescaped; valid until this reader is used again. They are those of
    /// the input where it has no escape, and UTF-8 only as far as the input is.
    package mutating func stringBytes() throws(DataError) -> UnsafeRawBufferPointer? {
        guard format == .json else { return try unsafe delimited("a string") }
        let place = cursor.skippingSpace()
        valueStart = place
        guard place.byte == Byte.quote else {
            if try takeNull(place) { return nil }
            throw mismatch("a string", at: place)
        }
        return try unsafe takeString(place + 1)
    }

    /// The same with the bytes valid inside `body` only.
    package mutating func string<T>(
        _ body: (UnsafeRawBufferPointer) throws -> T
    ) throws -> T? {
        guard let bytes = try unsafe stringBytes() else { return nil }
        return try unsafe body(bytes)
    }

    package mutating func string() throws(DataError) -> String? {
        guard let bytes = try unsafe stringBytes() else { return nil }
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// A string, or a number as it is written, for fields that may be `1` or `"1"`; the kind tells
    /// which it was.
    package mutating func scalarBytes<T>(
        _ body: (UnsafeRawBufferPointer, Kind) throws -> T
    ) throws -> T? {
        let place = format == .json ? cursor.skippingSpace() : cursor
        guard format == .json, Kind(firstByte: place.byte) == .number else {
            guard let bytes = try unsafe stringBytes() else { return nil }
            return try unsafe body(bytes, .string)
        }
        valueStart = place
        let end = try numberEnd(place)
        cursor = end
        return try unsafe body(place.bytes(end - place), .number)
    }

    package mutating func bool() throws(DataError) -> Bool? {
        guard format == .json else { return try varintValue("a boolean").map { $0 != 0 } }
        let place = cursor.skippingSpace()
        valueStart = place
        switch place.byte {
        case UInt8(ascii: "t"):
            try takeWord("true", place)
            return true
        case UInt8(ascii: "f"):
            try takeWord("false", place)
            return false
        default:
            if try takeNull(place) { return nil }
            throw mismatch("a boolean", at: place)
        }
    }

    /// An integer. JSON: `1.0` and `1e3` are integers as well, a fraction or an overflow is an error.
    package mutating func int64() throws(DataError) -> Int64? {
        guard format == .json else {
            return try varintValue("an integer").map { Int64(bitPattern: $0) }
        }
        let place = cursor.skippingSpace()
        valueStart = place
        guard Kind(firstByte: place.byte) == .number else {
            if try takeNull(place) { return nil }
            throw mismatch("a number", at: place)
        }
        return try takeInteger(place)
    }

    package mutating func double() throws(DataError) -> Double? {
        guard format == .json else { return try fixed64Value().map(Double.init(bitPattern:)) }
        let place = cursor.skippingSpace()
        valueStart = place
        guard Kind(firstByte: place.byte) == .number else {
            if try takeNull(place) { return nil }
            throw mismatch("a number", at: place)
        }
        if let value = takePlainDecimal(place) { return value }
        let end = try numberEnd(place)
        cursor = end
        guard let value = Double(place.text(end - place)), value.isFinite else {
            throw error(
                .invalidValue, "the number \(place.text(min(end - place, 40))) is out of range")
        }
        return value
    }

    /// What comes next, nothing being read.
    package mutating func peekKind() throws(DataError) -> Kind {
        guard format == .json else { return wireKind }
        let place = cursor.skippingSpace()
        guard let kind = Kind(firstByte: place.byte) else { throw mismatch("a value", at: place) }
        return kind
    }

    /// Passes over the next value, whatever it is.
    package mutating func skipValue() throws(DataError) {
        if format == .json { try skipJSON() } else { try skipWire() }
    }
}

// MARK: Words

extension Reader {
    /// Passes over `null` if it stands here.
    @inline(__always) mutating func takeNull(_ place: Cursor) throws(DataError) -> Bool {
        if format == .json, place.byte != UInt8(ascii: "n") { return false }
        try takeWord("null", place)
        return true
    }

    mutating func takeWord(_ word: StaticString, _ place: Cursor) throws(DataError) {
        cursor = try wordEnd(word, place)
    }

    func wordEnd(_ word: StaticString, _ place: Cursor) throws(DataError) -> Cursor {
        for index in 0..<word.utf8CodeUnitCount {
            if unsafe place[index] != word.utf8Start[index] {
                guard place + index < limit else { throw endOfInput() }
                throw malformed("expected \(word)", at: place)
            }
        }
        return place + word.utf8CodeUnitCount
    }
}
