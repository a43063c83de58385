extension Terminal {
    /// A fact on one line that fits the terminal: of the path its end tells most, of the value its
    /// beginning. On anything else lines are left whole, for grep.
    func line(_ start: String, path: String, value: String) -> String {
        let line = "\(start)\(path): \(value)"
        let excess = line.count - width
        guard isInteractive, excess > 0 else { return line }
        let kept = path.count - excess - 1
        if kept >= 20 { return "\(start)…\(path.suffix(kept)): \(value)" }
        let short = path.count > 20 ? "…\(path.suffix(20))" : path
        return "\(start)\(short): \(value)".prefix(width - 1) + "…"
    }

    /// Text in lines that fit the terminal; on anything else one line, for grep.
    /// - Parameters:
    ///   - margin: what stands before the first line; the others are indented as far.
    func wrapped(_ text: String, margin: String) -> [String] {
        guard isInteractive else { return [margin + text] }
        let indent = String(repeating: " ", count: margin.count)
        var lines = [margin]
        var isEmpty = true
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if !isEmpty, last.count + word.count + 1 > width {
                lines.append(indent + word)
            } else {
                lines[lines.count - 1] = last + (isEmpty ? "" : " ") + word
            }
            isEmpty = false
        }
        return lines
    }
}
