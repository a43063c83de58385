/// Which strings YAML readers give back unchanged in which style.
///
/// Cautious on purpose: YAML 1.1 (PyYAML, go-yaml) and 1.2 readers disagree on what a plain scalar
/// is, so a string that any of them might take for something else is quoted.
enum YAMLText {
    private static let words: Set<String> = [
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
    ]

    /// Whether the string may stand unquoted, as a key or a value.
    static func isPlain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last else { return false }
        guard isPlainFirst(first, bytes.dropFirst().first), last != Byte.space, last != Byte.colon
        else { return false }
        var previous: UInt8 = 0
        for byte in bytes {
            // All but ASCII is quoted where it is not printable everywhere; letters are.
            if byte < 0x20 || byte == 0x7f { return false }
            if byte == UInt8(ascii: "#"), previous == Byte.space { return false }
            if byte == Byte.space, previous == Byte.colon { return false }
            previous = byte
        }
        if bytes.count <= 5, words.contains(text.lowercased()) { return false }
        if looksNumeric(bytes) { return false }
        return text.unicodeScalars.allSatisfy(isPrintable)
    }

    private static func isPlainFirst(_ first: UInt8, _ second: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "/"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "$"), UInt8(ascii: "^"),
            UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "~"), 0x80...:
            true
        case Byte.minus:
            // `-x` is plain, `- x` and `---` are not.
            second.map { $0 != Byte.space && $0 != Byte.minus } ?? false
        default: false
        }
    }

    /// Numbers, dates, and what has only their characters: `0x1f`, `1_000`, `12:30`, `1e3`, `.5`,
    /// `.inf`. Whatever begins with a digit, a sign or a point and holds no other letter is quoted.
    private static func looksNumeric(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        let startsNumber =
            Byte.zero...Byte.nine ~= first || first == Byte.minus || first == Byte.plus
            || first == Byte.dot
        guard startsNumber else { return false }
        let lowered = bytes.map { $0 | 0x20 }
        let text = String(decoding: lowered, as: UTF8.self)
        for name in [".inf", ".nan"] where text.hasSuffix(name) { return true }
        let isHexadecimal = bytes.count > 1 && text.drop { "+- \u{d}".contains($0) }.hasPrefix("0x")
        return bytes.allSatisfy { byte in
            switch byte {
            case Byte.zero...Byte.nine, Byte.minus, Byte.plus, Byte.dot, Byte.colon, Byte.space,
                UInt8(ascii: "_"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "o"),
                UInt8(ascii: "O"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "b"),
                UInt8(ascii: "B"), UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Z"),
                UInt8(ascii: "z"):
                true
            default: isHexadecimal && Reader.hexDigit(byte) != nil
            }
        }
    }

    /// Several lines, none of which a literal block would change.
    static func fitsBlock(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.contains(Byte.newline) else { return false }
        // Blank at the start hides the indentation that a reader has to find.
        if first == Byte.newline || first == Byte.space || first == Byte.tab { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || isPrintable($0) }
    }

    /// Printable in YAML 1.1 and no line end of either version.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7e, 0xa0...0x2027, 0x202a...0xd7ff, 0xe000...0xfefe, 0xff00...0xfffd,
            0x10000...0x10ffff:
            true
        default: false
        }
    }
}
