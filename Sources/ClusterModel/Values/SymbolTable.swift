// Repeated names (labels, namespaces, images, reasons) are most of a cluster's text. Each distinct
// string is kept once for the life of the process, and a four-byte `Symbol` stands for it: a look-up
// by bytes allocates nothing, and comparing two names compares two integers.

import Synchronization

/// The process-wide store behind `Symbol`: an arena of bytes and an open-addressing hash table.
///
/// Sendable because its pointers lead to memory that it alone owns and never frees.
struct SymbolTable: ~Copyable, @unchecked Sendable {
    private struct Entry {
        var start: UnsafePointer<UInt8>
        var count: Int32
        var hash: UInt32
    }

    private var entries: [Entry] = []
    private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)
    private var chunk: UnsafeMutablePointer<UInt8>
    private var chunkUsed = 0
    private var chunkSize = 1 << 16

    init() {
        chunk = .allocate(capacity: chunkSize)
        // Symbol 0 is the empty string, so a zeroed field means "not set".
        entries.append(Entry(start: UnsafePointer(chunk), count: 0, hash: 0))
    }

    mutating func intern(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return 0 }
        let hash = Self.hash(bytes)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let id = slots[slot]
            if id < 0 { break }
            let entry = entries[Int(id)]
            if entry.hash == hash, Int(entry.count) == bytes.count,
                Self.equal(entry.start, base, bytes.count)
            {
                return id
            }
            slot = (slot + 1) & mask
        }
        let id = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(start: store(bytes), count: Int32(clamping: bytes.count), hash: hash))
        slots[slot] = id
        if entries.count * 2 > slots.count { grow() }
        return id
    }

    func place(of id: Int32) -> (address: UInt, count: Int) {
        let entry = entries[Int(id)]
        return (UInt(bitPattern: entry.start), Int(entry.count))
    }

    /// Copies the bytes into the arena. Chunks are never freed: symbols live as long as the process.
    private mutating func store(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<UInt8> {
        if chunkUsed + bytes.count > chunkSize {
            chunkSize = max(1 << 18, bytes.count)
            chunk = .allocate(capacity: chunkSize)
            chunkUsed = 0
        }
        let target = chunk + chunkUsed
        UnsafeMutableRawPointer(target).copyMemory(
            from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
        chunkUsed += bytes.count
        return UnsafePointer(target)
    }

    private mutating func grow() {
        var larger = [Int32](repeating: -1, count: slots.count * 2)
        let mask = larger.count - 1
        for id in 1..<entries.count {
            var slot = Int(entries[id].hash) & mask
            while larger[slot] >= 0 { slot = (slot + 1) & mask }
            larger[slot] = Int32(truncatingIfNeeded: id)
        }
        slots = larger
    }

    private static func equal(
        _ a: UnsafePointer<UInt8>, _ b: UnsafeRawPointer, _ count: Int
    ) -> Bool {
        var i = 0
        while i + 8 <= count {
            let x = UnsafeRawPointer(a + i).loadUnaligned(as: UInt64.self)
            let y = b.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            if x != y { return false }
            i += 8
        }
        while i < count {
            if a[i] != b.load(fromByteOffset: i, as: UInt8.self) { return false }
            i += 1
        }
        return true
    }

    /// A multiply-and-rotate hash over eight bytes at a time, in the manner of FxHash. The input is
    /// an administrator's own cluster; a flood of collisions costs time, never correctness.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        let k: UInt64 = 0x9E37_79B9_7F4A_7C15
        var h = UInt64(truncatingIfNeeded: bytes.count) &* k
        var i = 0
        while i + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            h = (((h << 23) | (h >> 41)) ^ word) &* k
            i += 8
        }
        var tail: UInt64 = 0
        while i < bytes.count {
            tail = (tail << 8) | UInt64(bytes[i])
            i += 1
        }
        h = (((h << 23) | (h >> 41)) ^ tail) &* k
        h ^= h >> 29
        return UInt32(truncatingIfNeeded: h >> 16)
    }

    static let shared = Shared()

    /// The table with its lock: uncontended in practice, since one thread decodes.
    final class Shared: Sendable {
        private let table = Mutex(SymbolTable())

        func intern(_ bytes: UnsafeRawBufferPointer) -> Int32 {
            table.withLock { $0.intern(bytes) }
        }

        /// The bytes stay valid for the life of the process.
        func bytes(of id: Int32) -> UnsafeBufferPointer<UInt8> {
            let place = table.withLock { $0.place(of: id) }
            return UnsafeBufferPointer(start: UnsafePointer(bitPattern: place.0), count: place.1)
        }
    }
}
