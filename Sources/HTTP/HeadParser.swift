/// Puts a response head together from the lines curl hands over one at a time.
///
/// Interim answers (1xx) come first and are forgotten; lines after the head are trailers and
/// are not wanted.
struct HeadParser {
    private var head: ResponseHead?
    private var isComplete = false

    /// Takes one line; returns the head when the line was the empty one that ends it.
    mutating func feed(_ line: String) -> ResponseHead? {
        guard !isComplete else { return nil }
        let text = HeadParser.trim(line[...])
        if text.isEmpty {
            guard let done = head, done.status >= 200 else { return nil }
            isComplete = true
            return done
        }
        if let started = HeadParser.statusLine(text) {
            head = started
        } else if let colon = text.firstIndex(of: ":") {
            let value = HeadParser.trim(text[text.index(after: colon)...])
            head?.headers.add(String(text[..<colon]), String(value))
        }
        return nil
    }

    private static func statusLine(_ text: Substring) -> ResponseHead? {
        guard text.hasPrefix("HTTP/") else { return nil }
        let words = text.dropFirst(5).split(separator: " ", maxSplits: 2)
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        return ResponseHead(status: status, httpVersion: String(words[0]))
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text.drop(while: \.isWhitespace)
    }
}
