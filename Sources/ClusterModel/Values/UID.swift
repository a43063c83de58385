package import StructuredData

/// An object's UID as 128 bits: the 32 hex digits of a UUID, or a hash of any other text.
package struct UID: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    package init() { self.init(0, 0) }

    package init(bytes: UnsafeRawBufferPointer) {
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for byte in bytes where byte != UInt8(ascii: "-") {
            guard let digit = Self.hexDigit(byte), digits < 32 else {
                self.init(hashing: bytes)
                return
            }
            if digits < 16 {
                words.0 = words.0 << 4 | digit
            } else {
                words.1 = words.1 << 4 | digit
            }
            digits += 1
        }
        guard digits == 32 || digits == 0 else {
            self.init(hashing: bytes)
            return
        }
        self.init(words.0, words.1)
    }

    package var isEmpty: Bool { high == 0 && low == 0 }

    /// FNV-1a, twice with different offsets: an identity, stable from run to run.
    private init(hashing bytes: UnsafeRawBufferPointer) {
        var a: UInt64 = 0xCBF2_9CE4_8422_2325
        var b: UInt64 = 0x8422_2325_CBF2_9CE4
        for byte in bytes {
            a = (a ^ UInt64(byte)) &* 0x100_0000_01B3
            b = (b ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        self.init(a, b)
    }

    private init(_ high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    private static func hexDigit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x61...0x66: UInt64(byte - 0x61 + 10)
        case 0x41...0x46: UInt64(byte - 0x41 + 10)
        default: nil
        }
    }
}

extension UID: CustomStringConvertible {
    package var description: String {
        func hex(_ word: UInt64) -> String {
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        let all = Array(hex(high) + hex(low))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
            .joined(separator: "-")
    }
}

extension UID: WireValue {
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        self = try reader.string { UID(bytes: $0) } ?? UID()
    }

    package func write(to writer: inout DocumentWriter) { writer.string(description) }
}
