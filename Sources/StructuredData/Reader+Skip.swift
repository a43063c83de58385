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
    private func containerEnd(_ start: Cursor, depth: Int) throws(DataError) -> Cursor {
        guard depth < Self.maximumDepth else { throw tooDeep(at: start) }
        var place = start
        /// One bit for each open container, the innermost lowest: 1 for an object.
        var objects: UInt64 = 0
        var level = 0
        while true {
            // A value begins at `place`.
            switch place.byte {
            case Byte.quote:
                var stop = (place + 1).stringStop()
                if stop.byte != Byte.quote { stop = try stringEnd(from: stop) }
                place = stop + 1
            case Byte.openBrace, Byte.openBracket:
                if level == 64 {
                    place = try containerEnd(place, depth: depth + 64)
                    break
                }
                guard depth + level < Self.maximumDepth else { throw tooDeep(at: place) }
                let isObject = place.byte == Byte.openBrace
                let next = (place + 1).skippingSpace()
                if next.byte == (isObject ? Byte.closeBrace : Byte.closeBracket) {
                    place = next + 1
                    if level == 0 { return place }
                    break
                }
                objects = objects &<< 1 | (isObject ? 1 : 0)
                level &+= 1
                place = isObject ? try keyEnd(next) : next
                continue
            default:
                place = try simpleEnd(place)
            }
            // A value ended at `place`: close what ends here, then find the next value.
            while true {
                place = place.skippingSpace()
                let isObject = objects & 1 == 1
                if place.byte == Byte.comma {
                    place = (place + 1).skippingSpace()
                    if isObject { place = try keyEnd(place) }
                    break
                }
                guard place.byte == (isObject ? Byte.closeBrace : Byte.closeBracket) else {
                    throw expected(isObject ? "',' or '}'" : "',' or ']'", at: place)
                }
                place += 1
                objects &>>= 1
                level &-= 1
                if level == 0 { return place }
            }
        }
    }

    /// Passes over a key and its colon to the value behind.
    @inline(__always) private func keyEnd(_ place: Cursor) throws(DataError) -> Cursor {
        guard place.byte == Byte.quote else { throw expected("a quoted key", at: place) }
        var stop = (place + 1).stringStop()
        if stop.byte != Byte.quote { stop = try stringEnd(from: stop) }
        let colon = (stop + 1).skippingSpace()
        guard colon.byte == Byte.colon else { throw expected("':'", at: colon) }
        return (colon + 1).skippingSpace()
    }
}
