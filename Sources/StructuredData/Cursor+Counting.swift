extension Cursor {
    /// How many of the next `count` bytes are `value` in the bits of `mask`.
    ///
    /// All bytes of a stream pass through here, to know their line: hence sixteen at once.
    func count(_ value: UInt8, masked mask: UInt8 = 0xff, in count: Int) -> Int {
        let values = SIMD16<UInt8>(repeating: value)
        let masks = SIMD16<UInt8>(repeating: mask)
        var total = 0
        var place = self
        var vectors = count / 16
        while vectors > 0 {
            // A lane counts to 255.
            let round = min(vectors, 255)
            var lanes = SIMD16<UInt8>()
            for _ in 0..<round {
                let bytes: SIMD16<UInt8> = place.vector(at: 0) & masks
                let hits: SIMDMask<SIMD16<Int8>> = bytes .== values
                // A true lane is -1.
                lanes = unsafe lanes &- unsafeBitCast(hits, to: SIMD16<UInt8>.self)
                place += 16
            }
            total += Self.sum(lanes)
            vectors -= round
        }
        for offset in 0..<(count % 16) where place[offset] & mask == value { total += 1 }
        return total
    }

    private static func sum(_ lanes: SIMD16<UInt8>) -> Int {
        let halves = unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
        let even: UInt64 = 0x00ff_00ff_00ff_00ff
        let pairs = [halves.x, halves.x &>> 8, halves.y, halves.y &>> 8].map { $0 & even }
        return pairs.reduce(0) { $0 + Int(($1 &* 0x0001_0001_0001_0001) &>> 48) }
    }
}
