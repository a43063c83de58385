/// Bytes that mean something in JSON and protobuf, by name.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let dot = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}

/// Scans eight bytes at a time (SWAR, "SIMD within a register": Lamport 1975, and the `hasless`
/// trick from Anderson's Bit Twiddling Hacks). Borrows can only raise false hits above a true one,
/// so the lowest hit is exact.
extension Cursor {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always) func skippingSpace() -> Cursor {
        byte > Byte.space ? self : skippingSpaceRun()
    }

    /// Indented JSON is mostly runs of spaces, hence whole words of them.
    @inline(__always) private func skippingSpaceRun() -> Cursor {
        var place = self
        if place.byte == Byte.space { place += 1 }
        if place.byte > Byte.space { return place }
        while true {
            switch place.byte {
            case Byte.space, Byte.newline, Byte.carriageReturn, Byte.tab: place += 1
            default: return place
            }
            var run = 8
            while run == 8 {
                run = (place.word ^ (Self.ones &* 0x20)).trailingZeroBitCount &>> 3
                place += run
            }
        }
    }

    /// The first quote, backslash or control byte from here on.
    @inline(__always) func stringStop() -> Cursor {
        var place = self
        while true {
            let word = place.word
            // Flipping bit 1 moves the quote to 0x20, next to the control bytes: one test for both.
            let shifted = word ^ (Self.ones &* 0x02)
            let slashes = word ^ (Self.ones &* 0x5c)
            let hits =
                ((shifted &- Self.ones &* 0x21) & ~shifted)
                | ((slashes &- Self.ones) & ~slashes)
            let marks = hits & Self.highs
            if marks != 0 { return place + (marks.trailingZeroBitCount &>> 3) }
            place += 8
        }
    }
}
