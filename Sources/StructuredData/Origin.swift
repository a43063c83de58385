/// Where the bytes of a reader come from: what errors need and the reading itself does not.
///
/// Bytes are discarded while a stream is read, so this remembers the position of the first byte
/// still held. A class, because a reader carries it along untouched.
@safe final class Origin {
    let source: String
    let format: Reader.Format
    /// The first byte held and its position.
    var start = Cursor.zeros
    var position: SourcePosition
    /// For text that was made from other text (YAML): finds the place in the original.
    var original: (any OriginalText)?
    /// The places from this offset on are still needed, for items set aside.
    var heldFrom: Int?
    /// Set while a Secret is read: no excerpt may show its values.
    var withholdsExcerpts = false
    /// Set when no more failures of items are described: to find the place of each of a million
    /// would take longer than all the rest.
    var isTerse = false
    /// A reader met the end of the buffered bytes while more may follow: what it read is to be
    /// read again, whatever became of its error on the way.
    var ranOut = false
    /// Strings with escapes are unescaped here.
    var scratch: [UInt8] = []

    init(source: String, format: Reader.Format) {
        self.source = source
        self.format = format
        position =
            format == .json
            ? SourcePosition(line: 1, column: 1) : SourcePosition()
    }

    /// Moves on over bytes about to be discarded.
    func discard(_ count: Int) {
        position = self.position(of: start + count)
        original?.discard(output: min(position.byteOffset, heldFrom ?? .max))
    }

    func position(of place: Cursor) -> SourcePosition {
        let count = place - start
        var result = position
        result.byteOffset += count
        guard let line = result.line, let column = result.column else { return result }
        let lines = start.count(Byte.newline, in: count)
        var lineStart = start
        if lines > 0 {
            lineStart = place
            while (lineStart + -1).byte != Byte.newline { lineStart += -1 }
        }
        let length = place - lineStart
        // All bytes but the second and further ones of a character: those begin with bits 10.
        let characters = length - lineStart.count(0x80, masked: 0xc0, in: length)
        result.line = line + lines
        result.column = (lines == 0 ? column : 1) + characters
        return result
    }

    func error(
        _ code: DataError.Code, _ message: String, at place: Cursor, end: Cursor
    ) -> DataError {
        var error = DataError(code: code, message: message, source: source)
        if isTerse, error.isConfinedToItem { return error }
        let position = position(of: place)
        error.position = original?.position(ofOutput: position.byteOffset) ?? position
        if withholdsExcerpts { return error }
        var excerpt: Excerpt?
        if let original {
            excerpt = error.position.flatMap(original.excerpt)
        } else if format == .json {
            excerpt = Excerpt(around: place, from: start, to: end)
        }
        if let excerpt {
            error.excerpt = excerpt.text
            error.caret = excerpt.caret
        }
        return error
    }
}

/// Text from which the bytes being read were made.
protocol OriginalText: AnyObject {
    func position(ofOutput offset: Int) -> SourcePosition
    func excerpt(at position: SourcePosition) -> Excerpt?
    /// What was made before `offset` is not needed any more.
    func discard(output offset: Int)
}
