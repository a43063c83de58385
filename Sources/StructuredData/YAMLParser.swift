private import CLibYAML

/// What libyaml found next. The text of a scalar stands in `YAMLParser.text`.
enum YAMLEvent {
    case documentStart, documentEnd, streamEnd
    case scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias
}

/// The only owner of a libyaml parser.
@safe struct YAMLParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: YAMLInput
    private let source: String

    /// The last scalar's text.
    private(set) var text: [UInt8] = []
    private(set) var isPlain = false
    /// The last node's tag and anchor, or the name of the alias.
    private(set) var tag: String?
    private(set) var anchor: String?
    /// Where the last event begins.
    private(set) var position = SourcePosition(line: 1, column: 1)

    init(source: String, input: YAMLInput) {
        self.source = source
        self.input = input
        unsafe parser = .allocate(capacity: 1)
        // Fails for want of memory only; then the first `next` fails as well.
        _ = unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_input(
            parser,
            { context, buffer, size, sizeRead in
                guard let context = unsafe context else { return 0 }
                let input = unsafe Unmanaged<YAMLInput>.fromOpaque(context).takeUnretainedValue()
                let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size)
                let filled = unsafe input.fill(room)
                unsafe sizeRead?.pointee = filled ?? 0
                return filled == nil ? 0 : 1
            }, Unmanaged.passUnretained(input).toOpaque())
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    mutating func next() throws -> YAMLEvent {
        while true {
            var event = unsafe yaml_event_t()
            guard unsafe yaml_parser_parse(parser, &event) == 1 else {
                if let failure = input.failure { throw failure }
                throw error()
            }
            defer { unsafe yaml_event_delete(&event) }
            if let found = unsafe take(event) { return found }
        }
    }

    private mutating func take(_ event: yaml_event_t) -> YAMLEvent? {
        position = unsafe SourcePosition(event.start_mark)
        switch unsafe event.type {
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT:
            unsafe takeName(event.data.alias.anchor, nil)
            return .alias
        case YAML_SEQUENCE_START_EVENT:
            unsafe takeName(event.data.sequence_start.anchor, event.data.sequence_start.tag)
            return .sequenceStart
        case YAML_MAPPING_START_EVENT:
            unsafe takeName(event.data.mapping_start.anchor, event.data.mapping_start.tag)
            return .mappingStart
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            unsafe takeName(scalar.anchor, scalar.tag)
            isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
            text.removeAll(keepingCapacity: true)
            unsafe text.append(
                contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
            return .scalar
        default:
            // The start of the stream, and `YAML_NO_EVENT` once it has ended.
            return unsafe event.type == YAML_NO_EVENT ? .streamEnd : nil
        }
    }

    private mutating func takeName(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) {
        self.anchor = unsafe anchor.map { unsafe String(cString: $0) }
        self.tag = unsafe tag.map { unsafe String(cString: $0) }
    }

    // MARK: Errors

    func error(
        _ code: DataError.Code, _ message: String, at position: SourcePosition
    ) -> DataError {
        var error = DataError(code: code, message: message, source: source, position: position)
        if let excerpt = input.excerpt(at: position) {
            error.excerpt = excerpt.text
            error.caret = excerpt.caret
        }
        return error
    }

    private func error() -> DataError {
        let parser = unsafe parser.pointee
        let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not readable"
        if unsafe parser.error == YAML_READER_ERROR {
            // Bytes that are no text at all: there is no mark yet, only an offset.
            let place = unsafe input.position(ofByte: parser.problem_offset)
            return DataError(
                code: .malformed, message: "this is no text: \(problem)", source: source,
                position: place)
        }
        let place = unsafe SourcePosition(parser.problem_mark)
        if input.byte(at: place) == Byte.tab {
            return error(.malformed, "a tab cannot indent YAML, use spaces", at: place)
        }
        guard let context = unsafe parser.context else {
            return error(.malformed, problem, at: place)
        }
        let began = unsafe SourcePosition(parser.context_mark)
        var message = unsafe "\(problem) \(String(cString: context))"
        if began.line != place.line { message += " begun at \(began)" }
        return error(.malformed, message, at: place)
    }
}

extension SourcePosition {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(
            line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1,
            byteOffset: Int(clamping: mark.index))
    }
}
