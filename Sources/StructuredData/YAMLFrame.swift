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
    var keys = YAMLKeys()
}

/// The keys of one mapping. Most have a handful, for which comparing beats hashing.
struct YAMLKeys {
    private static let fewest = 16

    private var few: [[UInt8]] = []
    private var many: Set<[UInt8]> = []

    /// False if the key was there.
    mutating func insert(_ key: [UInt8]) -> Bool {
        if few.count < Self.fewest {
            if few.contains(key) { return false }
            few.append(key)
            return true
        }
        if many.isEmpty { many = Set(few) }
        return many.insert(key).inserted
    }
}
