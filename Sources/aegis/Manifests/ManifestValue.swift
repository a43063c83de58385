import StructuredData

/// A part of a manifest, written in the source as it will stand there:
/// `["metadata": ["name": .string(name)]]`. Keys keep their order.
enum ManifestValue: Sendable, Equatable {
    case object([Field])
    case array([ManifestValue])
    case string(String)
    case int(Int)
    case bool(Bool)

    struct Field: Sendable, Equatable {
        let key: String
        let value: ManifestValue
    }

    static func strings(_ values: [String]) -> ManifestValue { .array(values.map { .string($0) }) }

    static func labels(_ labels: KeyValuePairs<String, String>) -> ManifestValue {
        .object(labels.map { Field(key: $0.key, value: .string($0.value)) })
    }

    /// An object with the fields of both.
    func with(_ more: ManifestValue) -> ManifestValue {
        guard case .object(let fields) = self, case .object(let others) = more else { return self }
        return .object(fields + others)
    }

    func write(to writer: inout DocumentWriter) {
        switch self {
        case .object(let fields):
            writer.beginObject()
            for field in fields {
                writer.key(field.key)
                field.value.write(to: &writer)
            }
            writer.endObject()
        case .array(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .string(let text): writer.string(text)
        case .int(let number): writer.int(number)
        case .bool(let truth): writer.bool(truth)
        }
    }
}

extension ManifestValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral fields: (String, ManifestValue)...) {
        self = .object(fields.map { Field(key: $0.0, value: $0.1) })
    }

    init(arrayLiteral elements: ManifestValue...) { self = .array(elements) }
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral number: Int) { self = .int(number) }
    init(booleanLiteral truth: Bool) { self = .bool(truth) }
}
