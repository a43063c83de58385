/// Short names for what texts say.
package enum Fingerprint {
    /// Sixteen hexadecimal digits that stand for these texts in this order.
    package static func of(_ parts: [String]) -> String {
        let digits = String(hash(parts.joined(separator: "\u{0}")), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// FNV-1a, 64 bits: short, stable across builds and machines. Two of a cluster's few thousand
    /// incidents share one with a probability below 10⁻¹².
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
