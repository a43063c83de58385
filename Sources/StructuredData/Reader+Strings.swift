extension Reader {
    /// The string whose first byte is at `start`; the cursor moves behind its closing quote.
    @inline(__always) mutating func takeString(
        _ start: Cursor
    ) throws(DataError) -> UnsafeRawBufferPointer {
        let stop = start.stringStop()
        if stop.byte == Byte.quote {
            cursor = stop + 1
            return unsafe start.bytes(stop - start)
        }
        return try unsafe takeEscapedString(start, from: stop)
    }

    @inline(never) private mutating func takeEscapedString(
        _ start: Cursor, from stop: Cursor
    ) throws(DataError) -> UnsafeRawBufferPointer {
        let end = try stringEnd(from: stop)
        origin.scratch = try unescaped(start)
        cursor = end + 1
        return unsafe origin.scratch.withUnsafeBytes { unsafe $0 }
    }

    /// The closing quote, from a place where a scan of the string stopped.
    func stringEnd(from stop: Cursor) throws(DataError) -> Cursor {
        var place = stop
        while true {
            switch place.byte {
            case Byte.quote: return place
            case Byte.backslash: place = try escapeEnd(place).stringStop()
            default:
                guard place < limit else { throw endOfInput() }
                throw malformed("a string holds an unescaped control character", at: place)
            }
        }
    }

    private func escapeEnd(_ place: Cursor) throws(DataError) -> Cursor {
        switch place[1] {
        case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "n"), UInt8(ascii: "t"),
            UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            return place + 2
        case UInt8(ascii: "u"):
            for index in 2..<6 where Self.hexDigit(place[index]) == nil {
                guard place + index < limit else { throw endOfInput() }
                throw malformed("expected four hexadecimal digits after \\u", at: place)
            }
            return place + 6
        default:
            guard place + 1 < limit else { throw endOfInput() }
            throw malformed("unknown escape in a string", at: place)
        }
    }

    func isEscaped(_ start: Cursor, _ length: Int) -> Bool {
        start.stringStop() - start < length
    }

    /// The string's bytes with its escapes resolved; `start` is its first byte.
    func unescaped(_ start: Cursor) throws(DataError) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = start
        while true {
            let stop = place.stringStop()
            unsafe bytes.append(contentsOf: place.bytes(stop - place))
            guard stop.byte == Byte.backslash else { return bytes }
            place = try escapeEnd(stop)
            switch stop[1] {
            case UInt8(ascii: "n"): bytes.append(Byte.newline)
            case UInt8(ascii: "t"): bytes.append(Byte.tab)
            case UInt8(ascii: "r"): bytes.append(Byte.carriageReturn)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0c)
            case UInt8(ascii: "u"): place = Self.appendScalar(at: stop, to: &bytes)
            default: bytes.append(stop[1])
            }
        }
    }

    /// Resolves `\uXXXX`, or two of them that are a surrogate pair. As in Go, half a pair becomes
    /// U+FFFD. Returns the place behind.
    private static func appendScalar(at place: Cursor, to bytes: inout [UInt8]) -> Cursor {
        var end = place + 6
        var value = codeUnit(place)
        if 0xd800..<0xdc00 ~= value, end.byte == Byte.backslash, end[1] == UInt8(ascii: "u"),
            (2..<6).allSatisfy({ hexDigit(end[$0]) != nil }), 0xdc00..<0xe000 ~= codeUnit(end)
        {
            value = 0x10000 + (value - 0xd800) << 10 + (codeUnit(end) - 0xdc00)
            end += 6
        }
        bytes.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
        return end
    }

    private static func codeUnit(_ place: Cursor) -> UInt32 {
        (2..<6).reduce(0) { $0 << 4 | UInt32(hexDigit(place[$1]) ?? 0) }
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
