import ClusterModel
import StructuredData

/// OpenAPI schemas of messages, from the fields that they declare, so that an API server keeps
/// whatever is written.
enum Schema {
    /// - Parameter words: what the fields mean, by name.
    static func of(
        _ message: some Message, words: [String: String] = [:], required: [String] = []
    ) -> JSONValue {
        var collector = SchemaCollector(words: words)
        var blank = message
        // The collector throws nothing; `fields` is declared throwing for the readers.
        try? blank.fields(&collector)
        let schema: JSONValue = [
            "type": "object", "properties": .object(collector.properties),
        ]
        return required.isEmpty ? schema : schema.with(["required": .strings(required)])
    }

    static func string(_ description: String, oneOf values: [String] = []) -> JSONValue {
        let schema: JSONValue = ["type": "string", "description": .string(description)]
        return values.isEmpty ? schema : schema.with(["enum": .strings(values)])
    }

    static func time(_ description: String) -> JSONValue {
        ["type": "string", "format": "date-time", "description": .string(description)]
    }

    static func object(_ description: String, _ properties: JSONValue) -> JSONValue {
        ["type": "object", "description": .string(description), "properties": properties]
    }

    fileprivate static func plain(_ value: any WireValue) -> JSONValue {
        switch value {
        case is Bool: ["type": "boolean"]
        case is Int: ["type": "integer", "format": "int64"]
        case is Double: ["type": "number"]
        case is Timestamp: ["type": "string", "format": "date-time"]
        case let list as any ElementList: ["type": "array", "items": plain(list.blankElement)]
        case let message as any Message: of(message)
        default: ["type": "string"]
        }
    }
}

/// A list, whatever it is of.
private protocol ElementList {
    var blankElement: any WireValue { get }
}

extension Array: ElementList where Element: WireValue {
    fileprivate var blankElement: any WireValue { Element() }
}

private struct SchemaCollector: FieldVisitor {
    let words: [String: String]
    var properties: [JSONValue.Member] = []

    mutating func field<T: WireValue>(_ name: StaticString, _ number: Int, _ value: inout T) {
        let key = name.description
        let schema = Schema.plain(value)
        let described = words[key].map { schema.with(["description": .string($0)]) }
        properties.append(JSONValue.Member(key, described ?? schema))
    }

    mutating func embedded<T: Message>(_ number: Int, _ value: inout T) throws {
        try value.fields(&self)
    }
}
