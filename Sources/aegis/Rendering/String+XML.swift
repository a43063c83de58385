extension String {
    /// As an attribute's value in XML 1.0.
    ///
    /// Line ends and tabs are written as references, since a parser turns them into spaces there;
    /// characters that XML 1.0 cannot hold at all, not even as references, become
    /// U+FFFD.
    var xmlEscaped: String { xmlEscaped(keeping: []) }

    /// As text between tags, where line ends may stay.
    var xmlTextEscaped: String { xmlEscaped(keeping: ["\t", "\n"]) }

    private func xmlEscaped(keeping plain: Set<Unicode.Scalar>) -> String {
        var result = ""
        for character in unicodeScalars {
            switch character {
            case _ where plain.contains(character): result.unicodeScalars.append(character)
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(character.value);"
            case _ where !character.isAllowedInXML: result += "\u{FFFD}"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// The production `Char` of XML 1.0, and of what it allows but discourages not the controls
    /// from U+007F to U+009F.
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
