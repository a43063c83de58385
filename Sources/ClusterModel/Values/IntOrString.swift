package import StructuredData

/// A port or a count that may be given as a number, a name or a percentage
/// (`k8s.io/apimachinery/pkg/util/intstr`).
package enum IntOrString: Hashable, Sendable {
    case int(Int)
    case string(Symbol)

    package init() { self = .int(0) }

    /// The absolute count, a percentage being of `total` and rounded as the field's controller does.
    package func scaled(of total: Int, roundUp: Bool) -> Int? {
        switch self {
        case .int(let value): return value
        case .string(let text):
            let text = text.string
            guard text.hasSuffix("%"), let percent = Int(text.dropLast()), percent >= 0 else {
                return nil
            }
            let (product, overflow) = total.multipliedReportingOverflow(by: percent)
            guard !overflow else { return nil }
            return product / 100 + (roundUp && product % 100 > 0 ? 1 : 0)
        }
    }
}

extension IntOrString: CustomStringConvertible {
    package var description: String {
        switch self {
        case .int(let value): "\(value)"
        case .string(let text): text.string
        }
    }
}

extension IntOrString: WireValue {
    package var isAbsent: Bool { self == .int(0) }

    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            if try reader.peekKind() == .string {
                self = .string(try reader.string { Symbol(bytes: $0) } ?? .empty)
            } else {
                self = .int(Int(try reader.int64() ?? 0))
            }
        case .protobuf:
            var wire = IntOrStringMessage()
            try wire.read(from: &reader)
            self = wire.type == 1 ? .string(wire.strVal) : .int(wire.intVal)
        }
    }

    package func write(to writer: inout DocumentWriter) {
        switch self {
        case .int(let value): writer.int(Int64(value))
        case .string(let text): writer.string(text.string)
        }
    }
}

/// How protobuf carries it; type 0 is int, 1 is string.
private struct IntOrStringMessage: Message {
    var type = 0
    var intVal = 0
    var strVal = Symbol.empty
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("intVal", 2, &intVal)
        try visit.field("strVal", 3, &strVal)
    }
}
