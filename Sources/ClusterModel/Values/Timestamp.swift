package import StructuredData

/// A moment to the second: what the API's `Time` carries (RFC 3339 in JSON, seconds in protobuf).
/// Fractions of `MicroTime` are dropped.
package struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; `Int64.min` where not set.
    package let seconds: Int64

    package init() { seconds = .min }
    package init(seconds: Int64) { self.seconds = seconds }

    package var isSet: Bool { seconds != .min }

    /// Whole seconds from `earlier` to this moment; 0 where either is not set.
    package func since(_ earlier: Timestamp) -> Int {
        guard isSet, earlier.isSet else { return 0 }
        return Int(clamping: seconds.subtractingReportingOverflow(earlier.seconds).partialValue)
    }

    package func adding(seconds more: Int) -> Timestamp {
        guard isSet else { return self }
        let (sum, overflow) = seconds.addingReportingOverflow(Int64(more))
        return overflow ? self : Timestamp(seconds: sum)
    }
}

extension Timestamp: Comparable {
    package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
}

extension Timestamp {
    /// Parses RFC 3339 (`2026-01-31T08:15:00Z`, fraction and offset allowed); nil for anything else.
    package init?(rfc3339 text: UnsafeRawBufferPointer) {
        var digits = DigitCursor(bytes: text)
        guard let year = digits.number(4), digits.skip("-"),
            let month = digits.number(2), (1...12).contains(month), digits.skip("-"),
            let day = digits.number(2), (1...31).contains(day),
            digits.skip("T") || digits.skip("t") || digits.skip(" "),
            let hour = digits.number(2), hour < 24, digits.skip(":"),
            let minute = digits.number(2), minute < 60, digits.skip(":"),
            let second = digits.number(2), second <= 60
        else { return nil }
        if digits.skip(".") { while digits.number(1) != nil {} }
        guard let offset = digits.offset(), digits.isAtEnd else { return nil }
        let days = Self.days(year: year, month: month, day: day)
        seconds = Int64(days * 86400 + hour * 3600 + minute * 60 + second - offset)
    }

    package init?(rfc3339 text: String) {
        var text = text
        guard let time = text.withUTF8({ Timestamp(rfc3339: UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = time
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", days_from_civil).
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146097 + dayOfEra - 719468
    }

    /// `2026-01-31T08:15:00Z`, or an empty string where not set (civil_from_days, ibid.).
    package var rfc3339: String {
        guard isSet else { return "" }
        let clamped = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let days = Int((Double(clamped) / 86400).rounded(.down))
        let rest = Int(clamped) - days * 86400
        let z = days + 719468
        let era = (z >= 0 ? z : z - 146096) / 146097
        let dayOfEra = z - era * 146097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * mp + 2) / 5 + 1
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))T"
            + "\(pad(rest / 3600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))Z"
    }

    private func pad(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp: CustomStringConvertible {
    package var description: String { rfc3339 }
}

extension Timestamp: WireValue {
    package var isAbsent: Bool { !isSet }

    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            let parsed = try reader.string { bytes -> Timestamp? in
                bytes.isEmpty ? Timestamp() : Timestamp(rfc3339: bytes)
            }
            guard let parsed else { return }
            guard let time = parsed else {
                throw reader.error(.typeMismatch, "expected a time such as 2026-01-31T08:15:00Z")
            }
            self = time
        case .protobuf:
            var wire = TimeMessage()
            try wire.read(from: &reader)
            // The zero time travels as an empty message with no seconds.
            self = wire.seconds.map { Timestamp(seconds: Int64($0)) } ?? Timestamp()
        }
    }

    package func write(to writer: inout DocumentWriter) { writer.string(rfc3339) }
}

private struct TimeMessage: Message {
    var seconds: Int?
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("seconds", 1, &seconds)
    }
}

private struct DigitCursor {
    let bytes: UnsafeRawBufferPointer
    var place = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func number(_ width: Int) -> Int? {
        guard place + width <= bytes.count else { return nil }
        var value = 0
        for i in place..<place + width {
            let digit = bytes[i] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        place += width
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Seconds east of UTC: `Z`, `+02:00`, `-0530`.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2) else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
