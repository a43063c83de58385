import StructuredData

// Names and messages come from clusters and dumps. In a comment on a pull request they must stay
// text: no table cell, code span, HTML element, link or heading of theirs may begin or end, and
// nobody may be notified in their name.

extension String {
    /// As CommonMark and GitHub's additions show it literally, on one line.
    var markdownEscaped: String {
        var result = ""
        for character in printable.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$":
                result += "\\\(character)"
            default: result.appendWithoutReference(character)
            }
        }
        return result
    }

    /// Within an HTML element of a Markdown page.
    var htmlEscaped: String {
        var result = ""
        for character in printable.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Such elements may stand where Markdown is read.
            case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$":
                result += "&#\(character.value);"
            default: result.appendWithoutReference(character)
            }
        }
        return result
    }

    /// A code span around it: fenced by more backticks than it has in a row.
    ///
    /// - Parameter inTable: pipes are escaped, which the table takes off again.
    func markdownCode(inTable: Bool = false) -> String {
        let text = printable
        if text.allSatisfy({ $0 == " " }) { return "" }
        let fence = String(repeating: "`", count: text.longestRun(of: "`") + 1)
        let edge = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        let content =
            inTable
            ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            : text
        return fence + edge + content + edge + fence
    }

    /// `@name`, `#1` and addresses become links or notifications, whatever is escaped: GitHub
    /// looks at the rendered text. A space of no width within them keeps them text.
    private mutating func appendWithoutReference(_ character: Unicode.Scalar) {
        let endsAddress = character == "/" && hasSuffix(":")
        let endsHost = character == "." && suffix(3).lowercased() == "www"
        if endsAddress || endsHost { unicodeScalars.append("\u{200B}") }
        unicodeScalars.append(character)
        if character == "@" || character == "#" { unicodeScalars.append("\u{200B}") }
    }
}

extension String {
    /// How often the mark stands in a row at the most.
    func longestRun(of mark: Character) -> Int {
        var (longest, run) = (0, 0)
        for character in self {
            run = character == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

extension [CoverageRecord] {
    /// A quotation with what was not seen; nothing if all was.
    var markdownLines: [String] {
        if isEmpty { return [] }
        let lines = map { gap in
            let reason = gap.reason.isEmpty ? "" : ": \(gap.reason.markdownEscaped)"
            return "> - \(gap.name.markdownCode()) (\(gap.state.markdownEscaped))\(reason)"
        }
        return ["> **Not everything could be read**", ">"] + lines + [""]
    }
}
