/// The first bytes of an input, looked at to tell its format and then read like the rest.
@safe final class InputHead {
    enum Format { case json, yaml, protobuf }

    private static let size = 4096

    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private var head: [UInt8] = []

    init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        unsafe source = read
    }

    /// `{` or `[` first means JSON, in a `.yaml` file as well: libyaml is twenty times slower.
    func format(source name: String) throws -> Format {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.size, alignment: 16)
        defer { unsafe room.deallocate() }
        // A pipe may hand over a byte at a time.
        while head.count < 4 || firstText == nil, case let count = try unsafe source(room),
            count > 0
        {
            unsafe head.append(contentsOf: room.prefix(count))
        }
        if head.starts(with: [0x1f, 0x8b]) {
            throw DataError(
                code: .unsupported, message: "is compressed with gzip, unpack it first",
                source: name)
        }
        if head.starts(with: Array("k8s\0".utf8)) { return .protobuf }
        switch firstText {
        case nil: throw DataError.empty(source: name)
        case Byte.openBrace, Byte.openBracket: return .json
        case UInt8(ascii: "=") where text.starts(with: Array("==== START".utf8)): return .json
        default: return .yaml
        }
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        guard !head.isEmpty else { return try unsafe source(room) }
        let count = min(room.count, head.count)
        unsafe room.copyBytes(from: head.prefix(count))
        head.removeFirst(count)
        return count
    }

    private var text: ArraySlice<UInt8> {
        head.dropFirst(head.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0).drop {
            $0 == Byte.space || $0 == Byte.newline || $0 == Byte.carriageReturn || $0 == Byte.tab
        }
    }

    private var firstText: UInt8? { text.first }
}
