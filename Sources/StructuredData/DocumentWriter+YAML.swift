/// Block style as `kubectl -o yaml` prints it: lists stand in the column of their key.
extension DocumentWriter {
    /// YAML allows a key without `? ` before it up to 1024 characters.
    private static let longestSimpleKey = 1000

    func yamlIndent(_ isArray: Bool) -> Int {
        guard let parent = frames.last else { return 0 }
        return parent.indent + (isArray && !parent.isArray ? 0 : 2)
    }

    mutating func yamlKey(_ name: String) {
        guard let last = frames.indices.last else { return }
        let isFirst = frames[last].count == 0
        frames[last].count += 1
        beginLine(frames[last], isFirst)
        let isLong = name.utf8.count > Self.longestSimpleKey
        if isLong { output.append(contentsOf: "? ".utf8) }
        if YAMLText.isPlain(name) {
            output.append(contentsOf: name.utf8)
        } else {
            output.appendQuotedYAML(name)
        }
        if isLong {
            output.append(Byte.newline)
            output.appendSpaces(frames[last].indent)
        }
        output.append(Byte.colon)
        place = .afterKey
    }

    mutating func yamlDash(_ frame: Frame, _ isFirst: Bool) {
        beginLine(frame, isFirst)
        output.append(contentsOf: "- ".utf8)
        place = .afterDash
    }

    mutating func endLine() {
        output.append(Byte.newline)
        place = .lineStart
    }

    /// The first entry stands behind the dash of its list, any other on a line of its own.
    private mutating func beginLine(_ frame: Frame, _ isFirst: Bool) {
        if isFirst, place == .afterDash { return }
        if isFirst, place == .afterKey { output.append(Byte.newline) }
        output.appendSpaces(frame.indent)
    }

    mutating func appendYAMLString(_ value: String) {
        if YAMLText.isPlain(value) {
            output.append(contentsOf: value.utf8)
        } else if YAMLText.fitsBlock(value) {
            appendBlock(value)
        } else {
            output.appendQuotedYAML(value)
        }
    }

    /// Writes several lines as a literal block; the line end that closes it comes from `endLine`.
    private mutating func appendBlock(_ value: String) {
        let text = Array(value.utf8)
        let ends = text.reversed().prefix { $0 == Byte.newline }.count
        output.append(contentsOf: (ends == 0 ? "|-" : ends == 1 ? "|" : "|+").utf8)
        let indent = (frames.last?.indent ?? 0) + 2
        for line in text.dropLast(ends == 0 ? 0 : 1).split(
            separator: Byte.newline, omittingEmptySubsequences: false)
        {
            output.append(Byte.newline)
            if !line.isEmpty { output.appendSpaces(indent) }
            output.append(contentsOf: line)
        }
    }

    /// YAML 1.1 takes `1e+20` for a string, because it has no point.
    static func yamlNumber(_ text: String) -> String {
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
