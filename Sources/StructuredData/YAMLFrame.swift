/// A mapping or sequence that is open.
struct YAMLFrame {
    let isMapping: Bool
    let anchor: String?
    /// Where its JSON begins in the whole output.
    let start: Int
    /// Mappings: the next node is a key.
    var expectsKey: Bool
    var count = 0
    /// The value to come belongs to `<<`.
    var isMerging = false
    /// The JSON of the values of `<<`.
    var merges: [[UInt8]] = []
}

/// The keys of all open mappings, those of the innermost last.
///
/// Most mappings have a handful of keys, for which comparing beats hashing; and one stack for all
/// allocates nothing once it has grown.
struct YAMLKeys {
    private static let fewest = 16

    private var bytes: [UInt8] = []
    /// Where each key ends in `bytes`.
    private var ends: [Int] = []
    /// How many keys there were before each open mapping.
    private var starts: [Int] = []
    /// The keys of the open mappings that have many, by their depth.
    private var large: [Int: Set<[UInt8]>] = [:]

    mutating func beginMapping() {
        starts.append(ends.count)
    }

    mutating func endMapping() {
        guard let start = starts.popLast() else { return }
        large[starts.count] = nil
        ends.removeSubrange(start...)
        bytes.removeSubrange((ends.last ?? 0)...)
    }

    /// False if the innermost mapping has the key already.
    mutating func insert(_ key: [UInt8]) -> Bool {
        guard let start = starts.last else { return true }
        if ends.count - start >= Self.fewest { return insertLarge(key, start) }
        if contains(key, from: start) { return false }
        bytes += key
        ends.append(bytes.count)
        return true
    }

    private func contains(_ key: [UInt8], from start: Int) -> Bool {
        var keyStart = start > 0 ? ends[start - 1] : 0
        for end in ends[start...] {
            if end - keyStart == key.count, bytes[keyStart..<end].elementsEqual(key) { return true }
            keyStart = end
        }
        return false
    }

    private mutating func insertLarge(_ key: [UInt8], _ start: Int) -> Bool {
        let depth = starts.count - 1
        if large[depth] == nil {
            let bounds = [start > 0 ? ends[start - 1] : 0] + ends[start...]
            large[depth] = Set(zip(bounds, bounds.dropFirst()).map { Array(bytes[$0..<$1]) })
        }
        return large[depth]?.insert(key).inserted ?? true
    }
}
