extension Reader {
    /// Passes over one JSON value, checking its grammar. Iterative: 64 levels of nesting fit into
    /// one word, each further 64 cost one recursion.
    mutating func skipJSON() throws(DataError) {
        let place = cursor.skippingSpace()
        valueStart = place
        switch place.byte {
        case Byte.quote:
            var stop = (place + 1).stringStop()
            if stop.byte != Byte.quote { stop = try stringEnd(from: stop) }
            cursor = stop + 1
        case Byte.openBrace, Byte.openBracket:
            cursor = try containerEnd(place, depth: depth)
        default:
            cursor = try simpleEnd(place)
        }
    }

    /// The end of a number, `true`, `false` or `null`.
    @inline(__always) private func simpleEnd(_ place: Cursor) throws(DataError) -> Cursor {
        switch place.byte {
        case Byte.minus, Byte.zero...Byte.nine: return try numberEnd(place)
        case UInt8(ascii: "t"): return try wordEnd("true", place)
        case UInt8(ascii: "f"): return try wordEnd("false", place)
        case UInt8(ascii: "n"): return try wordEnd("null", place)
        default: throw expected("a value", at: place)
        }
    }

    /// The end of the object or array opening at `start`, `depth` others being open around it.
    ///
    /// What is passed over is most of a Kubernetes object, so this only balances brackets outside
    /// of strings, 64 bytes at a time; as in simdjson's On-Demand mode the grammar inside is checked
    /// where it is read. A byte of padding is no bracket and no quote.
    private func containerEnd(_ start: Cursor, depth: Int) throws(DataError) -> Cursor {
        let next = (start + 1).skippingSpace()
        if next.byte == start.byte &+ 2 { return next + 1 }
        var carry = StructuralBlock.Carry()
        var place = start + 1
        var level = 1
        while place < limit {
            let block = StructuralBlock(at: place, &carry)
            let closing = block.closes.nonzeroBitCount
            if closing >= level, let end = block.offset(ofLevel: level) { return place + end + 1 }
            level &+= block.opens.nonzeroBitCount &- closing
            guard depth + level <= Self.maximumDepth else { throw tooDeep(at: place) }
            place += StructuralBlock.size
        }
        throw endOfInput()
    }
}
