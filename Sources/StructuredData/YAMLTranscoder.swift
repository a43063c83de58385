/// Turns YAML into JSON bytes as it reads, one document a line: YAML thereby has the same reader as
/// JSON, and streams as well.
///
/// An anchored node is kept as the JSON made of it and written again for each alias. Keys merged
/// with `<<` are written at the end of their mapping, when its own keys, which win, are known.
package struct YAMLTranscoder: ~Copyable {
    /// Deeper than any manifest; libyaml itself has no limit.
    static let maximumDepth = 256
    static let chunkSize = 64 << 10
    /// What aliases may write: so much, and ten times the input read so far ("billion laughs").
    static let freeExpansion = 10 << 20

    let input: YAMLInput
    let places: YAMLPlaces
    var parser: YAMLParser

    var output: [UInt8] = []
    /// The offset of `output`'s first byte in the whole output.
    var outputStart = 0
    var frames: [YAMLFrame] = []
    var keys = YAMLKeys()
    /// The JSON of each anchored node of this document.
    var anchors: [String: [UInt8]] = [:]
    /// How many bytes anchors and aliases have copied.
    var expanded = 0
    /// Nodes whose JSON is still to be copied from `output`, which must not be handed out before.
    var recordings = 0
    private var hasEnded = false

    package init(
        source: String, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        input = unsafe YAMLInput(read: read)
        places = YAMLPlaces(input: input)
        parser = YAMLParser(source: source, input: input)
    }

    /// The next bytes of JSON; nil at the end.
    package mutating func next() throws -> [UInt8]? {
        while !hasEnded, output.count < Self.chunkSize || recordings > 0 {
            try take(parser.next())
        }
        guard !output.isEmpty else { return nil }
        defer {
            outputStart += output.count
            output = []
        }
        return output
    }

    /// The place in the YAML text that a byte of the JSON comes from.
    package func position(ofOutputOffset offset: Int) -> SourcePosition {
        places.position(ofOutput: offset)
    }

    // MARK: Events

    private mutating func take(_ event: YAMLEvent) throws {
        switch event {
        case .documentStart: anchors = [:]
        case .documentEnd: endDocument()
        case .streamEnd: hasEnded = true
        case .scalar: try takeScalar()
        case .alias: try takeAlias()
        case .sequenceStart: try begin(isMapping: false)
        case .mappingStart: try begin(isMapping: true)
        case .sequenceEnd: try end()
        case .mappingEnd:
            try writeMerges()
            try end()
        }
    }

    /// A document without content, such as after a last `---`, is none.
    private mutating func endDocument() {
        if output.last != Byte.newline, !output.isEmpty || outputStart > 0 {
            output.append(Byte.newline)
        }
    }

    private mutating func takeScalar() throws {
        let meaning = try resolve()
        if let last = frames.indices.last, frames[last].expectsKey {
            return try takeKey(meaning)
        }
        if frames.isEmpty, meaning == .null { return }
        let start = try beginValue(anchor: parser.anchor)
        switch meaning {
        case .string: output.appendQuotedJSON(parser.text)
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let digits): output.append(contentsOf: digits)
        }
        try endValue(start: start, anchor: parser.anchor)
    }

    private mutating func takeAlias() throws {
        guard let name = parser.anchor, let bytes = anchors[name] else {
            throw malformed("no value is anchored as '\(parser.anchor ?? "")' before this alias")
        }
        if let last = frames.indices.last, frames[last].expectsKey {
            return try takeAliasKey(bytes)
        }
        let start = try beginValue(anchor: nil)
        try expand(bytes.count)
        output.append(contentsOf: bytes)
        try endValue(start: start, anchor: nil)
    }

    mutating func expand(_ count: Int) throws {
        expanded += count
        if expanded > Self.freeExpansion + 10 * input.count {
            throw failure(.limitExceeded, "aliases make this document too large")
        }
    }

    func malformed(_ message: String) -> DataError { failure(.malformed, message) }

    func failure(_ code: DataError.Code, _ message: String) -> DataError {
        parser.error(code, message, at: parser.position)
    }
}
