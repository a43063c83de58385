/// Standard output a piece at a time, for what is too much to be held.
struct OutputPieces {
    /// Nobody reads any more.
    struct ReaderGone: Error {}

    private static let pieceSize = 1 << 16
    private var piece: [UInt8] = []

    mutating func append(_ bytes: some Sequence<UInt8>) throws {
        piece.append(contentsOf: bytes)
        if piece.count >= Self.pieceSize { try flush() }
    }

    mutating func append(line: String) throws {
        piece.append(contentsOf: line.utf8)
        try append(CollectionOfOne(UInt8(ascii: "\n")))
    }

    mutating func flush() throws {
        if piece.isEmpty { return }
        guard try StandardOutput.write(piece) else { throw ReaderGone() }
        piece.removeAll(keepingCapacity: true)
    }
}
