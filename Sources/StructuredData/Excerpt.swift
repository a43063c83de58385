/// The line an error is about, cut to what fits a terminal: compact JSON is one line of megabytes.
struct Excerpt {
    private static let before = 60
    private static let after = 40
    /// A character takes at most four bytes.
    static let window = 4 * before

    var text: String
    /// How many characters of `text` stand before the error.
    var caret: Int

    /// The line around `place` in the bytes held; nil if they hold a Secret.
    init?(around place: Cursor, from start: Cursor, to end: Cursor) {
        let held = end - start
        let offset = place - start
        guard 0...held ~= offset else { return nil }
        let bytes = unsafe start.bytes(held)
        if unsafe Self.holdsSecret(bytes) { return nil }
        var first = offset
        while first > 0, unsafe bytes[first - 1] != Byte.newline { first -= 1 }
        var last = offset
        while last < held, last - offset < Self.window, unsafe bytes[last] != Byte.newline {
            last += 1
        }
        let shownFirst = max(first, offset - Self.window)
        self.init(
            line: unsafe Array(bytes[shownFirst..<last]), offset: offset - shownFirst,
            isCutBefore: shownFirst > first)
    }

    init(line: [UInt8], offset: Int, isCutBefore: Bool = false) {
        let head = Self.printable(line.prefix(offset))
        let whole = Self.masked(head + Self.printable(line.dropFirst(offset)))
        let first = max(0, head.count - Self.before)
        let last = min(whole.count, head.count + Self.after)
        text = String(whole[first..<last])
        caret = head.count - first
        if isCutBefore || first > 0 {
            text = "…" + text
            caret += 1
        }
        if last < whole.count { text += "…" }
    }

    /// Control characters would move the caret or the terminal.
    private static func printable(_ bytes: ArraySlice<UInt8>) -> [Character] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
            $0.isPrintable ? Character($0) : " "
        }
    }
}
