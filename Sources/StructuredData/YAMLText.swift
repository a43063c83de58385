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

    /// Numbers and dates in any reader's opinion: `0x1f`, `1_000`, `12:30`, `1e3`, `.5`, `.inf`,
    /// `2024-01-02T03:04:05Z`. What begins like one and has only their characters is quoted.
    private static func looksNumeric(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, "0123456789+-.".utf8.contains(first) else { return false }
        // Bit 5 makes letters small and leaves digits and signs as they are.
        let unsigned = bytes.map { $0 | 0x20 }.drop { $0 == Byte.minus || $0 == Byte.plus }
        if unsigned.elementsEqual(".inf".utf8) || unsigned.elementsEqual(".nan".utf8) {
            return true
        }
        let letters = unsigned.starts(with: "0x".utf8) ? "abcdefx" : "ebotxz"
        return bytes.allSatisfy { byte in
            switch byte {
            case Byte.zero...Byte.nine, Byte.minus, Byte.plus, Byte.dot, Byte.colon, Byte.space,
                UInt8(ascii: "_"):
                true
            default: letters.utf8.contains(byte | 0x20)
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

    /// Printable in YAML 1.1, no line end of either version, and nothing a terminal would obey.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7e: true
        case 0xa0...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: scalar.isPrintable
        default: false
        }
    }
}
