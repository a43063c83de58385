/// Body bytes between the network and their reader, in chunks worth handing over.
///
/// curl delivers 16 KiB at most at a time; a reader that is woken for each of these spends more
/// on waking than on reading, so they are put together up to `chunkSize`.
struct BodyBuffer {
    static let chunkSize = 256 << 10
    /// From here on a waiting reader is worth waking before the network falls silent.
    static let wakeSize = 64 << 10

    private let limit: Int
    private var chunks: [[UInt8]] = []
    private(set) var count = 0

    init(limit: Int) {
        self.limit = max(limit, BodyBuffer.wakeSize)
    }

    var isEmpty: Bool { count == 0 }

    /// Whether the sender has to wait. A single delivery is always taken when nothing is buffered.
    func isFull(for more: Int) -> Bool { count > 0 && count + more > limit }

    /// Half empty: late enough not to flap, early enough to keep the network busy.
    var hasRoomAgain: Bool { count <= limit / 2 }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        if let last = chunks.indices.last,
            chunks[last].count + bytes.count <= BodyBuffer.chunkSize
        {
            unsafe chunks[last].append(contentsOf: bytes)
        } else {
            unsafe chunks.append(BodyBuffer.chunk(bytes, isFirst: chunks.isEmpty))
        }
    }

    /// Most answers are short, so room for a whole chunk is only made once a body shows to be long.
    private static func chunk(_ bytes: UnsafeRawBufferPointer, isFirst: Bool) -> [UInt8] {
        var chunk: [UInt8] = []
        chunk.reserveCapacity(isFirst ? bytes.count : max(chunkSize, bytes.count))
        unsafe chunk.append(contentsOf: bytes)
        return chunk
    }

    mutating func next() -> [UInt8]? {
        guard !chunks.isEmpty else { return nil }
        let chunk = chunks.removeFirst()
        count -= chunk.count
        return chunk
    }

    mutating func removeAll() {
        chunks = []
        count = 0
    }
}
