/// The 64 bytes from a place on as bit sets, one bit a byte: where strings, and where brackets
/// outside of strings, begin and end. After simdjson's first stage (Langdale & Lemire, "Parsing
/// Gigabytes of JSON per Second", 2019), without its carry-less multiplication.
struct StructuralBlock {
    static let size = 64

    /// What one block must tell the next.
    struct Carry {
        /// All ones inside a string.
        var inString: UInt64 = 0
        /// 1 if the next block's first byte is escaped.
        var escape: UInt64 = 0
    }

    let opens: UInt64
    let closes: UInt64

    @inline(__always) init(at place: Cursor, _ carry: inout Carry) {
        let bytes = Vectors(
            place.vector(at: 0), place.vector(at: 16), place.vector(at: 32), place.vector(at: 48))
        // Brackets and braces differ in one bit.
        let folded = bytes.settingBit5
        var quotes = bytes.bits(Byte.quote)
        let slashes = bytes.bits(Byte.backslash)
        let opens = folded.bits(Byte.openBrace)
        let closes = folded.bits(Byte.closeBrace)
        if slashes | carry.escape != 0 { quotes &= ~Self.escaped(slashes, &carry) }
        let strings = Self.prefixXor(quotes) ^ carry.inString
        carry.inString = UInt64(bitPattern: Int64(bitPattern: strings) &>> 63)
        self.opens = opens & ~strings
        self.closes = closes & ~strings
    }

    /// Where the innermost `level` containers open before the block are all closed, if they are.
    func offset(ofLevel level: Int) -> Int? {
        var rest = closes
        var closed = 0
        while rest != 0 {
            let close = rest & (0 &- rest)
            closed &+= 1
            if level &+ (opens & (close &- 1)).nonzeroBitCount == closed {
                return close.trailingZeroBitCount
            }
            rest ^= close
        }
        return nil
    }

    /// The bytes behind an odd number of backslashes: adding 1 at the first backslash of a row
    /// carries over the row, and whether it then begins at an odd or an even place tells which.
    @inline(__always) private static func escaped(
        _ slashes: UInt64, _ carry: inout Carry
    ) -> UInt64 {
        let even: UInt64 = 0x5555_5555_5555_5555
        let active = slashes & ~carry.escape
        let following = active &<< 1 | carry.escape
        let oddStarts = active & ~even & ~following
        let (evenRows, overflow) = oddStarts.addingReportingOverflow(active)
        carry.escape = overflow ? 1 : 0
        return (even ^ evenRows &<< 1) & following
    }

    /// Bit n of the result is the parity of the bits up to n: set from a string's opening quote to
    /// the byte before its closing one.
    @inline(__always) private static func prefixXor(_ bits: UInt64) -> UInt64 {
        var result = bits
        result ^= result &<< 1
        result ^= result &<< 2
        result ^= result &<< 4
        result ^= result &<< 8
        result ^= result &<< 16
        result ^= result &<< 32
        return result
    }
}

/// Four vectors of sixteen bytes each.
private struct Vectors {
    typealias Vector = SIMD16<UInt8>

    let first, second, third, fourth: Vector

    @inline(__always) init(_ first: Vector, _ second: Vector, _ third: Vector, _ fourth: Vector) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    @inline(__always) var settingBit5: Vectors {
        let bit = Vector(repeating: 0x20)
        return Vectors(first | bit, second | bit, third | bit, fourth | bit)
    }

    /// One bit for each of the 64 bytes that is `byte`.
    @inline(__always) func bits(_ byte: UInt8) -> UInt64 {
        Self.bits(first, byte) | Self.bits(second, byte) &<< 16
            | Self.bits(third, byte) &<< 32 | Self.bits(fourth, byte) &<< 48
    }

    /// SSE2's `pmovmskb` cannot be asked for from Swift: each true byte is given its weight, and a
    /// multiplication adds up the eight of each half.
    /// The types are written out: the compiler else takes a generic operator, fifty times slower.
    @inline(__always) private static func bits(_ bytes: Vector, _ byte: UInt8) -> UInt64 {
        let pattern = Vector(repeating: byte)
        let mask: SIMDMask<SIMD16<Int8>> = bytes .== pattern
        let weights = Vector(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        let weighed = unsafe unsafeBitCast(mask, to: Vector.self) & weights
        let halves = unsafe unsafeBitCast(weighed, to: SIMD2<UInt64>.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        return (halves.x &* ones) &>> 56 | ((halves.y &* ones) &>> 56) &<< 8
    }
}
