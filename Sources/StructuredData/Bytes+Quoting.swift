extension [UInt8] {
    mutating func appendSpaces(_ count: Int) {
        append(contentsOf: repeatElement(Byte.space, count: count))
    }

    mutating func appendQuotedJSON(_ text: String) {
        appendQuotedJSON(Array(text.utf8))
    }

    mutating func appendQuotedJSON(_ text: [UInt8]) {
        append(Byte.quote)
        let isPlain = text.allSatisfy {
            $0 >= Byte.space && $0 < 0x7f && $0 != Byte.quote && $0 != Byte.backslash
        }
        if isPlain {
            append(contentsOf: text)
        } else {
            appendEscapedJSON(text)
        }
        append(Byte.quote)
    }

    /// Escapes what JSON demands, and what a terminal would obey, for JSON is read there as well.
    private mutating func appendEscapedJSON(_ text: [UInt8]) {
        var index = 0
        while index < text.count {
            if let scalar = Self.narrowScalar(text[index...]), !scalar.isPrintable {
                append(contentsOf: #"\u"#.utf8 + Self.hexadecimal(scalar.value, 4))
                index += UTF8.width(scalar)
            } else {
                appendEscapedJSON(text[index])
                index += 1
            }
        }
    }

    /// The scalar of two or three bytes that `bytes` begins with; nil for any other.
    private static func narrowScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = bytes.first, 0xc2..<0xf0 ~= first else { return nil }
        let length = first < 0xe0 ? 1 : 2
        let tail = bytes.dropFirst().prefix(length)
        guard tail.count == length, tail.allSatisfy({ $0 & 0xc0 == 0x80 }) else { return nil }
        let head = UInt32(first & (length == 1 ? 0x1f : 0x0f))
        return Unicode.Scalar(tail.reduce(head) { $0 << 6 | UInt32($1 & 0x3f) })
    }

    private mutating func appendEscapedJSON(_ byte: UInt8) {
        switch byte {
        case Byte.quote, Byte.backslash: append(contentsOf: [Byte.backslash, byte])
        case Byte.newline: append(contentsOf: #"\n"#.utf8)
        case Byte.tab: append(contentsOf: #"\t"#.utf8)
        case Byte.carriageReturn: append(contentsOf: #"\r"#.utf8)
        case 0..<0x20, 0x7f: append(contentsOf: #"\u"#.utf8 + Self.hexadecimal(UInt32(byte), 4))
        default: append(byte)
        }
    }

    /// Double quotes, in which YAML can say any character.
    mutating func appendQuotedYAML(_ text: String) {
        append(Byte.quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": append(contentsOf: [Byte.backslash, UInt8(ascii: scalar)])
            case "\n": append(contentsOf: #"\n"#.utf8)
            case "\t": append(contentsOf: #"\t"#.utf8)
            case "\r": append(contentsOf: #"\r"#.utf8)
            case _ where YAMLText.isPrintable(scalar): append(contentsOf: String(scalar).utf8)
            case _ where scalar.value < 0x100:
                append(contentsOf: #"\x"#.utf8 + Self.hexadecimal(scalar.value, 2))
            case _ where scalar.value < 0x10000:
                append(contentsOf: #"\u"#.utf8 + Self.hexadecimal(scalar.value, 4))
            default: append(contentsOf: #"\U"#.utf8 + Self.hexadecimal(scalar.value, 8))
            }
        }
        append(Byte.quote)
    }

    private static func hexadecimal(_ value: UInt32, _ width: Int) -> [UInt8] {
        let digits = String(value, radix: 16)
        return Array(
            (String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits).utf8)
    }
}
