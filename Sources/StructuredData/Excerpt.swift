/// The line an error is about, cut to what fits a terminal: compact JSON is one line of megabytes.
@safe struct Excerpt {
    private static let before = 60
    private static let after = 40

    var text: String
    /// How many characters of `text` stand before the error.
    var caret: Int

    init?(around place: Cursor, from start: Cursor, to end: Cursor) {
        guard start < end, place < end || place == end, start < place || start == place else {
            return nil
        }
        let known = end - start
        let offset = place - start
        let bytes = unsafe start.bytes(known)
        var first = offset
        while first > 0, unsafe bytes[first - 1] != Byte.newline { first -= 1 }
        var last = offset
        while last < known, unsafe bytes[last] != Byte.newline { last += 1 }
        self.init(
            line: unsafe Array(
                bytes[max(first, offset - 4 * Self.before)..<min(last, offset + 4 * Self.after)]),
            offset: min(offset - first, 4 * Self.before),
            isCutBefore: offset - first > 4 * Self.before)
    }

    init(line: [UInt8], offset: Int, isCutBefore: Bool = false) {
        let head = Self.printable(line.prefix(offset))
        let tail = Self.printable(line.dropFirst(offset))
        var shown = String(head.suffix(Self.before))
        if isCutBefore || shown.count < head.count { shown = "…" + shown }
        caret = shown.count
        text = shown + tail.prefix(Self.after)
        if tail.count > Self.after { text += "…" }
    }

    /// Control characters would move the caret or the terminal.
    private static func printable(_ bytes: ArraySlice<UInt8>) -> [Character] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
            $0.properties.isWhitespace || $0.value < 0x20 || $0.value == 0x7f ? " " : Character($0)
        }
    }
}
