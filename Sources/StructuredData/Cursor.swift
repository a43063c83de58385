/// A place in memory that is followed by at least `Cursor.padding` readable zero bytes.
///
/// The zeros let scans read whole words and stop without comparing against the end at each byte:
/// a zero is no legal byte of JSON, so whoever meets one asks whether the end has come.
@safe struct Cursor: Comparable, @unchecked Sendable {
    static let padding = 64
    /// Nothing but padding.
    static let zeros: Cursor = {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: padding)
        unsafe memory.initialize(repeating: 0, count: padding)
        return unsafe Cursor(memory)
    }()

    private var pointer: UnsafePointer<UInt8>

    init(_ pointer: UnsafePointer<UInt8>) {
        unsafe self.pointer = pointer
    }

    @inline(__always) var byte: UInt8 { unsafe pointer.pointee }

    @inline(__always) subscript(offset: Int) -> UInt8 { unsafe pointer[offset] }

    /// The next eight bytes, the first of them lowest.
    @inline(__always) var word: UInt64 { word(at: 0) }

    @inline(__always) func word(at offset: Int) -> UInt64 {
        unsafe UInt64(
            littleEndian: UnsafeRawPointer(pointer + offset).loadUnaligned(as: UInt64.self))
    }

    /// The next four bytes, the first of them lowest.
    @inline(__always) var halfWord: UInt32 {
        unsafe UInt32(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt32.self))
    }

    @inline(__always) func vector(at offset: Int) -> SIMD16<UInt8> {
        unsafe UnsafeRawPointer(pointer + offset).loadUnaligned(as: SIMD16<UInt8>.self)
    }

    func bytes(_ count: Int) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: pointer, count: count)
    }

    func text(_ count: Int) -> String {
        unsafe String(decoding: bytes(count), as: UTF8.self)
    }

    @inline(__always) static func + (cursor: Cursor, offset: Int) -> Cursor {
        unsafe Cursor(cursor.pointer + offset)
    }

    @inline(__always) static func += (cursor: inout Cursor, offset: Int) {
        unsafe cursor.pointer += offset
    }

    @inline(__always) static func - (end: Cursor, start: Cursor) -> Int {
        unsafe end.pointer - start.pointer
    }

    @inline(__always) static func == (left: Cursor, right: Cursor) -> Bool {
        unsafe left.pointer == right.pointer
    }

    @inline(__always) static func < (left: Cursor, right: Cursor) -> Bool {
        unsafe left.pointer < right.pointer
    }
}
