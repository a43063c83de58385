/// Cuts a stream of bytes into Kubernetes objects and never holds more than one of them beside its
/// buffer, however long the list.
///
/// JSON is not framed first: an object is read straight from the buffer, and when that ends inside
/// it the attempt is dropped and made again with more bytes. The closure is thus called again for
/// the same item: it must build a value and commit it as its last act. With 512 KiB of buffer the
/// repeated work is about one percent.
///
/// The closure reads the object whole, or not at all to pass it over. An error that concerns only
/// the item (`DataError.isConfinedToItem`) is recorded and the rest goes on; any other ends it.
package struct ItemReader {
    package enum Format: Sendable { case detect, json, protobuf }
    package typealias Body = (inout Reader, Item) throws -> Void

    static let bufferSize = 512 << 10
    /// The API server takes objects up to some megabytes; a gigabyte in one value is an attack.
    static let largestItem = 512 << 20

    let source: String
    var format: Format
    /// Shared by copies of this struct: only one of them may go on reading.
    let buffer: PaddedBuffer
    var origin: Origin
    /// How many bytes must be buffered before another attempt is worth while.
    var wanted: Int
    var summary = ItemSummary()

    var json = JSONItemState()
    var protobuf = ProtobufItemState()

    package init(source: String, format: Format = .detect, bufferSize: Int? = nil) {
        self.source = source
        self.format = format
        wanted = max(1, bufferSize ?? Self.bufferSize)
        minimumStep = wanted
        buffer = PaddedBuffer(capacity: wanted)
        origin = Origin(source: source, format: format == .protobuf ? .protobuf : .json)
    }

    /// Reads JSON that was made from other text.
    init(source: String, original: any OriginalText, bufferSize: Int) {
        self.init(source: source, format: .json, bufferSize: bufferSize)
        origin.original = original
    }

    private let minimumStep: Int

    /// Takes the next bytes and delivers the items they complete.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer, _ body: Body) throws {
        var rest = unsafe bytes[...]
        while unsafe !rest.isEmpty {
            // A large input comes in pieces, so that the buffer stays small.
            let piece = unsafe rest.prefix(max(1, wanted - buffer.count))
            unsafe buffer.append(UnsafeRawBufferPointer(rebasing: piece))
            unsafe rest = unsafe rest.dropFirst(piece.count)
            if buffer.count >= wanted { try read(isLast: false, body) }
        }
    }

    /// Tells that no more bytes follow, and delivers what is left.
    package mutating func finish(_ body: Body) throws -> ItemSummary {
        try read(isLast: true, body)
        return summary
    }

    private mutating func read(isLast: Bool, _ body: Body) throws {
        if format == .detect { detect() }
        let used: Int
        if format == .protobuf {
            used = try readProtobuf(isLast: isLast, body)
        } else {
            used = try readJSON(isLast: isLast, body)
        }
        origin.start = buffer.start
        origin.discard(used)
        buffer.removeFirst(used)
        guard buffer.count <= Self.largestItem else {
            throw DataError(
                code: .limitExceeded, message: "a value is longer than \(Self.largestItem) bytes",
                source: source, position: origin.position)
        }
        wanted = buffer.count + max(minimumStep, buffer.count)
        if format == .protobuf { wanted = max(wanted, protobuf.needed) }
    }

    private mutating func detect() {
        let isProtobuf = buffer.count >= 4 && buffer.start.halfWord == ProtobufItemState.magic
        format = isProtobuf ? .protobuf : .json
        if isProtobuf { origin = Origin(source: source, format: .protobuf) }
    }

    /// Calls `body` for one item and sees to it that `reader` stands behind the item afterwards.
    mutating func deliver(_ item: Item, _ reader: inout Reader, _ body: Body) throws {
        let start = reader
        var failure: DataError?
        reader.origin.withholdsExcerpts = item.kind == "Secret"
        defer { reader.origin.withholdsExcerpts = false }
        do {
            try body(&reader, item)
        } catch let error as DataError where error.isConfinedToItem {
            failure = error
        }
        if failure != nil || reader.depth != start.depth || reader.cursor == start.cursor {
            reader = start
            try reader.skipValue()
        }
        if reader.origin.ranOut { throw reader.endOfInput() }
        summary.itemCount += 1
        if let failure { record(failure, of: item) }
    }

    mutating func record(_ error: DataError, of item: Item) {
        summary.record(error, of: item)
        origin.isTerse = summary.isFull
    }
}
