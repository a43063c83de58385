/// A run of characters that may be a name or a secret, or what stands between two of them.
struct Token {
    let text: Substring
    let isRun: Bool

    /// Characters of which names, numbers, paths, tokens and URLs are made. `=` and `:` are among
    /// them only where they do not follow a key: `a=b` is three tokens, `dGVzdA==` is one.
    static func split(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var start = text.startIndex
        var isRun = false
        var place = text.startIndex
        func cut(_ end: String.Index) {
            if start < end { tokens.append(Token(text: text[start..<end], isRun: isRun)) }
            start = end
        }
        while place < text.endIndex {
            let next = text.index(after: place)
            let belongs = belongsToRun(text, place, next, inRun: isRun)
            if belongs != isRun {
                cut(place)
                isRun = belongs
            }
            place = next
        }
        cut(text.endIndex)
        return tokens
    }

    private static func belongsToRun(
        _ text: String, _ place: String.Index, _ next: String.Index, inRun: Bool
    ) -> Bool {
        let character = text[place]
        if character.isLetter || character.isNumber || "-_./+@%~".contains(character) {
            return true
        }
        // Other scripts' marks and symbols may be part of a password.
        if !character.isASCII { return !character.isWhitespace }
        if "!$&*^#".contains(character) { return inRun }
        guard inRun else { return false }
        if character == ":" {
            // A port, a tag or a URL's scheme; behind a key it parts.
            guard next < text.endIndex else { return false }
            return text[next].isNumber || text[next] == "/" || isInURL(text[..<place])
        }
        // Padding, or a parameter of a URL.
        return character == "=" && (next == text.endIndex || text[next] == "=" || isEnd(text[next]))
            || "?=".contains(character) && isInURL(text[..<place])
    }

    private static func isEnd(_ character: Character) -> Bool {
        character.isWhitespace || "\"',;)]}".contains(character)
    }

    private static func isInURL(_ text: Substring) -> Bool {
        let run = text.suffix { !$0.isWhitespace && !"\"'<>".contains($0) }
        return run.utf8Range(of: "://") != nil
    }
}

extension Substring {
    fileprivate func suffix(while holds: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }

    /// The first place of an ASCII text.
    func utf8Range(of text: String) -> Range<Index>? {
        let wanted = Array(text.utf8)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: wanted) {
                return start..<utf8.index(start, offsetBy: wanted.count)
            }
            start = utf8.index(after: start)
        }
        return nil
    }
}

extension String {
    /// Without what stands between `-----BEGIN` and the end of its block, or of the text.
    var withoutKeyBlocks: String {
        guard self[...].utf8Range(of: "-----BEGIN") != nil else { return self }
        var result = ""
        var isInside = false
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let begins = line.utf8Range(of: "-----BEGIN")
            if !isInside {
                result += result.isEmpty ? "" : "\n"
                result += begins.map { line[..<$0.lowerBound] + Redactor.mask } ?? line
                isInside = begins != nil
            }
            let tail = begins.map { line[$0.upperBound...] } ?? line
            // Also a block that was put on one line ends with it.
            if isInside, tail.utf8Range(of: "-----END") != nil || tail.utf8Range(of: "\\n") != nil {
                isInside = false
            }
        }
        return result
    }
}
