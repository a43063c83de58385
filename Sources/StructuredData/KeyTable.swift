/// The field names (JSON) and numbers (protobuf) of one message.
///
/// A key is looked up by its bytes: no `String` is made and nothing is allocated. A key of up to
/// 16 bytes is wholly described by its length, its first eight and its last eight bytes; the middle
/// of a longer one is compared as well.
@safe package final class KeyTable: Sendable {
    private struct Slot {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        var length = -1
        var number = 0
        var nameOffset = 0
    }

    /// An open hash table at most a quarter full, so that a miss ends at the first probe mostly.
    private nonisolated(unsafe) let slots: UnsafeMutablePointer<Slot>
    private nonisolated(unsafe) let names: UnsafeMutablePointer<UInt8>
    private let mask: Int

    /// Of two fields with one name the first counts.
    package init(_ fields: [(name: String, number: Int)]) {
        var size = 8
        while size < fields.count * 4 { size *= 2 }
        mask = size - 1
        unsafe slots = .allocate(capacity: size)
        unsafe slots.initialize(repeating: Slot(), count: size)
        unsafe names = .allocate(capacity: fields.reduce(1) { $0 + $1.name.utf8.count })
        var offset = 0
        for field in fields {
            for (index, byte) in field.name.utf8.enumerated() {
                unsafe names[offset + index] = byte
            }
            insert(nameOffset: offset, length: field.name.utf8.count, number: field.number)
            offset += field.name.utf8.count
        }
    }

    deinit {
        unsafe slots.deallocate()
        unsafe names.deallocate()
    }

    /// The number of the field called so; 0 if there is none.
    package func number(of bytes: UnsafeRawBufferPointer) -> Int {
        let (head, tail) = unsafe Self.words(bytes)
        return unsafe find(head, tail, bytes.count) { unsafe bytes }
    }

    /// The same for a key in padded memory, whose words can be loaded whole.
    @inline(__always) func number(at start: Cursor, length: Int) -> Int {
        let head: UInt64
        var tail: UInt64 = 0
        if length > 8 {
            head = start.word
            tail = start.word(at: length &- 8)
        } else {
            head = length == 0 ? 0 : start.word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        }
        return unsafe find(head, tail, length) { unsafe start.bytes(length) }
    }

    @inline(__always) private func find(
        _ head: UInt64, _ tail: UInt64, _ length: Int, _ bytes: () -> UnsafeRawBufferPointer
    ) -> Int {
        var index = hash(head, tail)
        while true {
            let slot = unsafe slots + index
            if unsafe slot.pointee.length < 0 { return 0 }
            if unsafe slot.pointee.head == head && slot.pointee.tail == tail
                && slot.pointee.length == length
                && (length <= 16 || sameMiddle(slot.pointee.nameOffset, bytes()))
            {
                return unsafe slot.pointee.number
            }
            index = (index &+ 1) & mask
        }
    }

    @inline(__always) private func hash(_ head: UInt64, _ tail: UInt64) -> Int {
        let mixed = (head ^ (tail &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
        return Int(truncatingIfNeeded: mixed &>> 40) & mask
    }

    private func sameMiddle(_ nameOffset: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        for index in 8..<(bytes.count - 8) {
            if unsafe names[nameOffset + index] != bytes[index] { return false }
        }
        return true
    }

    private func insert(nameOffset: Int, length: Int, number: Int) {
        let bytes = unsafe UnsafeRawBufferPointer(start: names + nameOffset, count: length)
        let (head, tail) = unsafe Self.words(bytes)
        if unsafe find(head, tail, length, { unsafe bytes }) != 0 { return }
        var index = hash(head, tail)
        while unsafe slots[index].length >= 0 { index = (index + 1) & mask }
        unsafe slots[index] = Slot(
            head: head, tail: tail, length: length, number: number, nameOffset: nameOffset)
    }

    /// What the padded look-up loads at once, gathered byte by byte: a short key fills `head` from
    /// the top, which spares the look-up a mask.
    private static func words(_ bytes: UnsafeRawBufferPointer) -> (head: UInt64, tail: UInt64) {
        func word(_ range: Range<Int>) -> UInt64 {
            range.reduce(0) { unsafe ($0 &>> 8) | (UInt64(bytes[$1]) &<< 56) }
        }
        let count = bytes.count
        if count <= 8 { return (word(0..<count), 0) }
        return (word(0..<8), word((count - 8)..<count))
    }
}
