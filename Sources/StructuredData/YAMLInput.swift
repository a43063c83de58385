/// The YAML text as it is read: libyaml takes its bytes from here, and the lines that may still be
/// needed to show an error are kept.
@safe final class YAMLInput {
    private static let largestWindow = 256 << 10

    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    /// Why `read` failed; libyaml only learns that it did.
    private(set) var failure: (any Error)?
    /// How many bytes were read.
    private(set) var count = 0

    /// The last bytes read, from the beginning of the line `firstLine` (counted from 1).
    private var window: [UInt8] = []
    private var firstLine = 1

    init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        unsafe self.read = read
    }

    /// Fills `room`; nil after a failure.
    func fill(_ room: UnsafeMutableRawBufferPointer) -> Int? {
        do {
            let size = try unsafe min(max(0, read(room)), room.count)
            unsafe window.append(contentsOf: room.prefix(size))
            count += size
            return size
        } catch {
            failure = error
            return nil
        }
    }

    /// Forgets the lines before `line`, once they are worth the work.
    func forget(before line: Int) {
        guard window.count > Self.largestWindow, line > firstLine else { return }
        var index = 0
        while firstLine < line, let end = window[index...].firstIndex(of: Byte.newline) {
            index = end + 1
            firstLine += 1
        }
        window.removeFirst(index)
    }

    func excerpt(at position: SourcePosition) -> Excerpt? {
        guard let line = position.line, let column = position.column, line >= firstLine else {
            return nil
        }
        if unsafe window.withUnsafeBytes({ unsafe Excerpt.holdsSecret($0) }) { return nil }
        guard let rest = text(fromLine: line) else { return nil }
        let text = Array(rest.prefix { $0 != Byte.newline && $0 != Byte.carriageReturn })
        var offset = 0
        for _ in 1..<max(1, column) {
            guard offset < text.count else { break }
            offset += 1
            while offset < text.count, text[offset] & 0xc0 == 0x80 { offset += 1 }
        }
        // A line may be megabytes long.
        let first = max(0, offset - Excerpt.window)
        let last = min(text.count, offset + Excerpt.window)
        return Excerpt(
            line: Array(text[first..<last]), offset: offset - first, isCutBefore: first > 0)
    }

    /// The position of a byte, where it is among those kept.
    func position(ofByte offset: Int) -> SourcePosition {
        var position = SourcePosition(byteOffset: offset)
        let index = offset - (count - window.count)
        guard window.indices.contains(index) else { return position }
        let before = window[..<index]
        let lineStart = before.lastIndex(of: Byte.newline).map { $0 + 1 } ?? 0
        position.line = firstLine + before.count { $0 == Byte.newline }
        position.column = 1 + before[lineStart...].count { $0 & 0xc0 != 0x80 }
        return position
    }

    func byte(at position: SourcePosition) -> UInt8? {
        guard let line = position.line, let column = position.column else { return nil }
        return text(fromLine: line)?.dropFirst(max(0, column - 1)).first
    }

    /// What is kept from this line on.
    private func text(fromLine line: Int) -> ArraySlice<UInt8>? {
        guard line >= firstLine else { return nil }
        var rest = window[...]
        for _ in firstLine..<line {
            guard let end = rest.firstIndex(of: Byte.newline) else { return nil }
            rest = rest[(end + 1)...]
        }
        return rest
    }
}
