/// Writes JSON or YAML through one vocabulary; keys come in the order they are given.
///
/// ```
/// writer.beginObject()
/// writer.key("replicas"); writer.int(3)
/// writer.endObject()
/// ```
/// Each complete value ends with a line end, so that several make NDJSON or a YAML stream.
package struct DocumentWriter {
    package enum Format: Sendable { case json, prettyJSON, yaml }

    /// An object or array that is open.
    struct Frame {
        var isArray: Bool
        var count = 0
        /// YAML: the column its keys or dashes stand in.
        var indent = 0
    }

    /// What the line being written ends with so far.
    enum Place { case lineStart, afterKey, afterDash }

    package let format: Format
    package internal(set) var output: [UInt8] = []

    var frames: [Frame] = []
    var place = Place.lineStart
    private var documents = 0

    package init(format: Format) {
        self.format = format
    }

    /// Hands over what was written so far, for streaming.
    package mutating func takeOutput() -> [UInt8] {
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    // MARK: Objects and arrays

    package mutating func beginObject() { begin(isArray: false) }
    package mutating func endObject() { end("{", "}") }
    package mutating func beginArray() { begin(isArray: true) }
    package mutating func endArray() { end("[", "]") }

    package mutating func key(_ name: String) {
        format == .yaml ? yamlKey(name) : jsonKey(name)
    }

    /// A field in one call.
    package mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    // MARK: Scalars

    package mutating func string(_ value: String) {
        beginValue()
        if format == .yaml {
            appendYAMLString(value)
        } else {
            output.appendQuotedJSON(value)
        }
        endValue()
    }

    package mutating func int(_ value: Int64) { literal(String(value)) }
    package mutating func int(_ value: Int) { literal(String(value)) }
    package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
    package mutating func null() { literal("null") }

    /// JSON has no infinity and no NaN: they become `null` there.
    package mutating func double(_ value: Double) {
        if value.isFinite {
            literal(format == .yaml ? Self.yamlNumber("\(value)") : "\(value)")
        } else if format == .yaml {
            literal(value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf")
        } else {
            literal("null")
        }
    }

    private mutating func literal(_ text: String) {
        beginValue()
        output.append(contentsOf: text.utf8)
        endValue()
    }
}

// MARK: Structure

extension DocumentWriter {
    private mutating func begin(isArray: Bool) {
        beginValue(isContainer: true)
        frames.append(Frame(isArray: isArray, indent: format == .yaml ? yamlIndent(isArray) : 0))
        if format != .yaml { output.append(isArray ? Byte.openBracket : Byte.openBrace) }
    }

    private mutating func end(_ open: String, _ close: String) {
        guard let frame = frames.popLast() else { return }
        switch format {
        case .yaml:
            guard frame.count == 0 else { return endDocument() }
            if place == .afterKey { output.append(Byte.space) }
            output.append(contentsOf: (open + close).utf8)
            endLine()
        case .prettyJSON:
            if frame.count > 0 { breakLine() }
            output.append(contentsOf: close.utf8)
        case .json:
            output.append(contentsOf: close.utf8)
        }
        endDocument()
    }

    /// Writes what stands before a value: a comma, a line break, a dash.
    private mutating func beginValue(isContainer: Bool = false) {
        if frames.isEmpty, format == .yaml, documents > 0 {
            output.append(contentsOf: "---\n".utf8)
        }
        if let last = frames.indices.last, frames[last].isArray {
            let isFirst = frames[last].count == 0
            frames[last].count += 1
            if format == .yaml { yamlDash(frames[last], isFirst) } else { separate(isFirst) }
        }
        if format == .yaml, place == .afterKey, !isContainer { output.append(Byte.space) }
    }

    private mutating func endValue() {
        if format == .yaml { endLine() }
        endDocument()
    }

    private mutating func endDocument() {
        guard frames.isEmpty else { return }
        documents += 1
        if format != .yaml { output.append(Byte.newline) }
    }

    private mutating func jsonKey(_ name: String) {
        guard let last = frames.indices.last else { return }
        let isFirst = frames[last].count == 0
        frames[last].count += 1
        separate(isFirst)
        output.appendQuotedJSON(name)
        output.append(Byte.colon)
        if format == .prettyJSON { output.append(Byte.space) }
    }

    private mutating func separate(_ isFirst: Bool) {
        if !isFirst { output.append(Byte.comma) }
        if format == .prettyJSON { breakLine() }
    }

    private mutating func breakLine() {
        output.append(Byte.newline)
        output.appendSpaces(frames.count * 2)
    }
}
