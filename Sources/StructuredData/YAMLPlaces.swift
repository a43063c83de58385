/// Which place of the YAML text each piece of the JSON made from it comes from.
///
/// Errors of the JSON reader are told at these places. Shared by the transcoder, which adds places,
/// and the reader, which drops those it is done with.
final class YAMLPlaces: OriginalText {
    private struct Mark {
        var offset: Int
        var line: Int32
        var column: Int32
    }

    let input: YAMLInput
    private var marks: [Mark] = []
    private var dropped = 0

    init(input: YAMLInput) {
        self.input = input
    }

    /// The JSON from `offset` on comes from this place.
    func add(output offset: Int, _ position: SourcePosition) {
        marks.append(
            Mark(
                offset: offset, line: Int32(clamping: position.line ?? 1),
                column: Int32(clamping: position.column ?? 1)))
    }

    /// JSON from `offset` on was taken back.
    func remove(from offset: Int) {
        while let last = marks.last, last.offset >= offset, marks.count > dropped {
            marks.removeLast()
        }
    }

    func position(ofOutput offset: Int) -> SourcePosition {
        guard let index = index(ofOutput: offset) else { return SourcePosition(line: 1, column: 1) }
        let mark = marks[index]
        return SourcePosition(
            line: Int(mark.line), column: Int(mark.column), byteOffset: mark.offset)
    }

    func excerpt(at position: SourcePosition) -> Excerpt? {
        input.excerpt(at: position)
    }

    /// Drops the places before `offset`; moving the rest is put off until it is worth the work.
    func discard(output offset: Int) {
        guard let index = index(ofOutput: offset) else { return }
        dropped = index
        input.forget(before: Int(marks[index].line))
        guard dropped > marks.count / 2 else { return }
        marks.removeFirst(dropped)
        dropped = 0
    }

    /// The last mark that is not behind `offset`.
    private func index(ofOutput offset: Int) -> Int? {
        var low = dropped
        var high = marks.count
        while low < high {
            let middle = low + (high - low) / 2
            if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > dropped ? low - 1 : marks.indices.contains(dropped) ? dropped : nil
    }
}
