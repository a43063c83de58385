extension Reader {
    /// Where the value last begun stands.
    package var position: SourcePosition {
        let position = origin.position(of: valueStart)
        return origin.original?.position(ofOutput: position.byteOffset) ?? position
    }

    /// An error about the value read last.
    package func error(_ code: DataError.Code, _ message: String) -> DataError {
        origin.error(code, message, at: valueStart, end: limit)
    }

    /// The name of the field being read, quoted for messages; empty when there is none.
    package var fieldName: String {
        if format == .json { return keyLength > 0 ? keyStart.text(min(keyLength, 80)) : "" }
        return keyLength > 0 ? "field \(keyLength)" : ""
    }

    @inline(never) func malformed(_ message: String, at place: Cursor) -> DataError {
        origin.error(.malformed, message, at: place, end: limit)
    }

    /// The bytes end inside a value.
    @inline(never) func endOfInput() -> DataError {
        if mayGrow {
            origin.ranOut = true
            return DataError(code: .incomplete, message: "more bytes are needed", source: "")
        }
        return origin.error(.truncated, "the input ends inside a value", at: limit, end: limit)
    }

    /// Something else stands where punctuation belongs.
    @inline(never) func expected(_ what: String, at place: Cursor) -> DataError {
        guard place < limit else { return endOfInput() }
        return malformed("expected \(what), found \(Self.quoted(place))", at: place)
    }

    /// A value of another kind than the one asked for, or none at all.
    @inline(never) func mismatch(_ what: String, at place: Cursor) -> DataError {
        guard place < limit else { return endOfInput() }
        guard let kind = Kind(firstByte: place.byte) else {
            return malformed("expected a value, found \(Self.quoted(place))", at: place)
        }
        let name = fieldName
        let target = name.isEmpty ? what : "\(what) for \(name)"
        return origin.error(
            .typeMismatch, "expected \(target), found \(kind)", at: place, end: limit)
    }

    @inline(never) func tooDeep(at place: Cursor) -> DataError {
        origin.error(
            .limitExceeded, "nested deeper than \(Self.maximumDepth) levels", at: place, end: limit)
    }

    private static func quoted(_ place: Cursor) -> String {
        let byte = place.byte
        if byte < 0x20 || byte == 0x7f {
            return "control character 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        var length = 1
        while length < 4, byte >= 0x80, place[length] & 0xc0 == 0x80 { length += 1 }
        return "'\(place.text(length))'"
    }
}

extension Reader.Kind: CustomStringConvertible {
    init?(firstByte: UInt8) {
        switch firstByte {
        case Byte.openBrace: self = .object
        case Byte.openBracket: self = .array
        case Byte.quote: self = .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
        case UInt8(ascii: "n"): self = .null
        case Byte.minus, Byte.zero...Byte.nine: self = .number
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "a boolean"
        case .null: "null"
        }
    }
}
