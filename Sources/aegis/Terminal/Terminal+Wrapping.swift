extension Terminal {
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
