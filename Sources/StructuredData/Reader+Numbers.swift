extension Reader {
    /// The end of the number at `start`, which must follow JSON's grammar.
    func numberEnd(_ start: Cursor) throws(DataError) -> Cursor {
        var place = start
        if place.byte == Byte.minus { place += 1 }
        if place.byte == Byte.zero {
            place += 1
        } else {
            place = try digitsEnd(place)
        }
        if place.byte == Byte.dot { place = try digitsEnd(place + 1) }
        if place.byte | 0x20 == UInt8(ascii: "e") {
            place += 1
            if place.byte == Byte.minus || place.byte == Byte.plus { place += 1 }
            place = try digitsEnd(place)
        }
        // At the end of the buffered bytes the next ones may be digits, too.
        if place == limit, mayGrow { throw endOfInput() }
        return place
    }

    @inline(__always) private func digitsEnd(_ start: Cursor) throws(DataError) -> Cursor {
        var place = start
        while place.byte &- Byte.zero < 10 { place += 1 }
        guard start < place else { throw expected("a digit", at: place) }
        return place
    }

    /// The integer at `start`; the usual short one is read in one pass.
    mutating func takeInteger(_ start: Cursor) throws(DataError) -> Int64 {
        var place = start
        let isNegative = place.byte == Byte.minus
        if isNegative { place += 1 }
        let first = place
        var value: Int64 = 0
        while place.byte &- Byte.zero < 10, place - first < 18 {
            value = value &* 10 &+ Int64(place.byte &- Byte.zero)
            place += 1
        }
        let isPlain =
            first < place && (first.byte != Byte.zero || place - first == 1)
            && place.byte != Byte.dot && place.byte | 0x20 != UInt8(ascii: "e")
            && place.byte &- Byte.zero >= 10 && place < limit
        if isPlain {
            cursor = place
            return isNegative ? -value : value
        }
        let end = try numberEnd(start)
        cursor = end
        return try integralValue(start, end)
    }

    /// A number of at most 15 digits and without an exponent, which one division of two exact doubles
    /// gives correctly rounded (W. D. Clinger, "How to read floating point numbers accurately", 1990).
    /// Nil for any other, nothing being read.
    mutating func takePlainDecimal(_ start: Cursor) -> Double? {
        var place = start
        let isNegative = place.byte == Byte.minus
        if isNegative { place += 1 }
        let first = place
        var mantissa: Int64 = 0
        var digits = 0
        while place.byte &- Byte.zero < 10, digits < 16 {
            mantissa = mantissa &* 10 &+ Int64(place.byte &- Byte.zero)
            digits += 1
            place += 1
        }
        guard digits > 0, first.byte != Byte.zero || digits == 1 else { return nil }
        var decimals = 0
        if place.byte == Byte.dot {
            place += 1
            while place.byte &- Byte.zero < 10, digits < 16 {
                mantissa = mantissa &* 10 &+ Int64(place.byte &- Byte.zero)
                digits += 1
                decimals += 1
                place += 1
            }
            if decimals == 0 { return nil }
        }
        guard digits < 16, place.byte | 0x20 != UInt8(ascii: "e"), place.byte != Byte.dot,
            place < limit
        else { return nil }
        cursor = place
        let value = Double(mantissa) / Self.powersOfTen[decimals]
        return isNegative ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// Reads a number with many digits, a fraction or an exponent exactly.
    private func integralValue(_ start: Cursor, _ end: Cursor) throws(DataError) -> Int64 {
        let number = Decimal(unsafe Array(start.bytes(end - start)))
        if let value = number.integer { return value }
        let text = start.text(min(end - start, 40))
        if number.isIntegral {
            throw error(.invalidValue, "the number \(text) is out of range")
        }
        throw error(.typeMismatch, "expected an integer, found \(text)")
    }
}

/// A JSON number as its digits and a power of ten, for deciding exactly whether it is an integer.
private struct Decimal {
    private var digits: [UInt8] = []
    private var exponent = 0
    private var isNegative = false

    init(_ text: [UInt8]) {
        var written = 0
        var isExponent = false
        var isFraction = false
        var isExponentNegative = false
        for byte in text {
            switch byte {
            case Byte.zero...Byte.nine where isExponent:
                // Saturates far beyond anything that fits an integer.
                written = min(written * 10 + Int(byte - Byte.zero), 1_000_000_000)
            case Byte.zero...Byte.nine:
                digits.append(byte - Byte.zero)
                if isFraction { exponent -= 1 }
            case Byte.minus:
                if isExponent { isExponentNegative = true } else { isNegative = true }
            case Byte.dot: isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            default: break
            }
        }
        exponent += isExponentNegative ? -written : written
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
    }

    var isIntegral: Bool { digits.isEmpty || exponent >= 0 }

    /// Nil if there is a fraction or it does not fit.
    var integer: Int64? {
        guard isIntegral else { return nil }
        var value: Int64 = 0
        let zeros = digits.isEmpty ? 0 : min(exponent, 20)
        for digit in digits + [UInt8](repeating: 0, count: zeros) {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooFar) = tens.subtractingReportingOverflow(Int64(digit))
            if overflow || tooFar { return nil }
            value = sum
        }
        // Gathered below zero, because the smallest integer has no positive counterpart.
        if isNegative { return value }
        return value == .min ? nil : -value
    }
}
