/// Growing memory whose bytes are always followed by `Cursor.padding` zeros.
@safe final class PaddedBuffer {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        unsafe base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Cursor.padding)
        seal()
    }

    convenience init(_ bytes: UnsafeRawBufferPointer) {
        self.init(capacity: bytes.count)
        unsafe append(bytes)
    }

    deinit { unsafe base.deallocate() }

    /// Valid until the next `append` or `removeFirst`.
    var start: Cursor {
        unsafe Cursor(UnsafePointer(base))
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        unsafe UnsafeMutableRawBufferPointer(start: base + count, count: bytes.count)
            .copyMemory(from: bytes)
        count += bytes.count
        seal()
    }

    func removeFirst(_ removed: Int) {
        guard removed > 0, removed <= count else { return }
        unsafe base.update(from: base + removed, count: count - removed)
        count -= removed
        seal()
    }

    private func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        let size = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: size + Cursor.padding)
        unsafe grown.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = grown
        capacity = size
    }

    private func seal() {
        unsafe (base + count).update(repeating: 0, count: Cursor.padding)
    }
}
