package import StructuredData

/// An amount of a resource as Kubernetes writes it (`250m`, `512Mi`, `1e3`), kept as text and
/// compared as a number. Grammar: `k8s.io/apimachinery/pkg/api/resource`.
package struct Quantity: Sendable {
    package let text: Symbol

    /// Thousandths of the unit (millicores, millibytes), rounded up as the scheduler does; amounts
    /// past ±9.2e15 units are clamped.
    package let milli: Int64

    package init() {
        text = .empty
        milli = 0
    }

    package init(_ text: Symbol) {
        self.text = text
        milli = text.withBytes { Quantity.parse($0) } ?? 0
    }

    package init(milli: Int64, text: String) {
        self.milli = milli
        self.text = Symbol(text)
    }

    /// The amount in whole units, rounded up: bytes, cores, pods.
    package var value: Int64 {
        milli > 0 ? milli / 1000 + (milli % 1000 > 0 ? 1 : 0) : milli / 1000
    }

    package var isZero: Bool { milli == 0 }
}

extension Quantity: Hashable {
    package static func == (a: Quantity, b: Quantity) -> Bool { a.milli == b.milli }
    package func hash(into hasher: inout Hasher) { hasher.combine(milli) }
}

extension Quantity: Comparable {
    package static func < (a: Quantity, b: Quantity) -> Bool { a.milli < b.milli }
}

extension Quantity {
    /// Nil for text that is no quantity.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        var place = 0
        var negative = false
        if place < bytes.count,
            bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+")
        {
            negative = bytes[place] == UInt8(ascii: "-")
            place += 1
        }
        var mantissa = 0.0
        var exact: Int64? = 0
        var decimals = 0
        var digits = 0
        var seenPoint = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if (0x30...0x39).contains(byte) {
                let digit = Int64(byte - 0x30)
                mantissa = mantissa * 10 + Double(digit)
                exact = exact.flatMap { $0.times(10)?.plus(digit) }
                digits += 1
                if seenPoint { decimals += 1 }
            } else {
                break
            }
            place += 1
        }
        guard digits > 0, decimals < 300 else { return nil }
        let suffix = UnsafeBufferPointer(rebasing: bytes[place...])
        guard let scale = Scale(suffix) else { return nil }
        // The common case stays in integers: whole numbers with a suffix of a whole factor.
        if decimals == 0, case .whole(let factor) = scale, let exact,
            let milli = exact.times(factor)
        {
            return negative ? -milli : milli
        }
        let amount = mantissa * scale.milliPerUnit / pow10(decimals)
        let clamped = min(amount.rounded(.up), 9.2e18)
        return negative ? -Int64(clamped) : Int64(clamped)
    }

    private static func pow10(_ n: Int) -> Double {
        var result = 1.0
        for _ in 0..<n { result *= 10 }
        return result
    }
}

extension Int64 {
    fileprivate func times(_ other: Int64) -> Int64? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }

    fileprivate func plus(_ other: Int64) -> Int64? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }
}

/// What a suffix multiplies by, in thousandths of the unit.
private enum Scale {
    case whole(Int64)
    case fraction(Double)

    var milliPerUnit: Double {
        switch self {
        case .whole(let factor): Double(factor)
        case .fraction(let factor): factor
        }
    }

    init?(_ suffix: UnsafeBufferPointer<UInt8>) {
        guard let first = suffix.first else {
            self = .whole(1000)
            return
        }
        if suffix.count == 1 {
            switch Unicode.Scalar(first) {
            case "n": self = .fraction(1e-6)
            case "u": self = .fraction(1e-3)
            case "m": self = .whole(1)
            case "k": self = .whole(1_000_000)
            case "M": self = .whole(1_000_000_000)
            case "G": self = .whole(1_000_000_000_000)
            case "T": self = .whole(1_000_000_000_000_000)
            case "P": self = .whole(1_000_000_000_000_000_000)
            case "E": self = .fraction(1e21)
            default: return nil
            }
        } else if suffix.count == 2, suffix[1] == UInt8(ascii: "i") {
            switch Unicode.Scalar(first) {
            case "K": self = .whole(1000 << 10)
            case "M": self = .whole(1000 << 20)
            case "G": self = .whole(1000 << 30)
            case "T": self = .whole(1000 << 40)
            case "P": self = .whole(1000 << 50)
            case "E": self = .fraction(1000 * 1_152_921_504_606_846_976)
            default: return nil
            }
        } else {
            self.init(exponent: String(decoding: suffix, as: UTF8.self))
        }
    }

    /// `e3`, `E-6`.
    private init?(exponent text: String) {
        guard text.first == "e" || text.first == "E", let power = Int(text.dropFirst()),
            (-30...30).contains(power)
        else { return nil }
        var factor = 1000.0
        for _ in 0..<abs(power) { factor = power > 0 ? factor * 10 : factor / 10 }
        self = .fraction(factor)
    }
}

extension Quantity: CustomStringConvertible {
    package var description: String { text.string }
}

extension Quantity: WireValue {
    package var isAbsent: Bool { text.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            let text = try reader.scalarBytes { bytes, _ in Symbol(bytes: bytes) } ?? .empty
            guard text.isEmpty || text.withBytes({ Quantity.parse($0) }) != nil else {
                let found = text.string.prefix(40)
                throw reader.error(
                    .typeMismatch, "expected a quantity such as 250m or 512Mi, found \"\(found)\"")
            }
            self = Quantity(text)
        case .protobuf:
            var wire = QuantityMessage()
            try wire.read(from: &reader)
            self = Quantity(wire.string)
        }
    }

    package func write(to writer: inout DocumentWriter) { writer.string(text.string) }
}

private struct QuantityMessage: Message {
    var string = Symbol.empty
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("string", 1, &string)
    }
}
