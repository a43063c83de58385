package import StructuredData

/// A JSON document as a tree, for what has no fixed shape: patches, and the objects they change.
/// Members keep their order.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var key: String
        package var value: JSONValue

        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }
}

extension JSONValue {
    /// The member of an object; setting nil removes it, setting on anything else does nothing.
    package subscript(key: String) -> JSONValue? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let place = members.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): return
            }
            self = .object(members)
        }
    }

    package var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    package var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Wrapped in objects, the first key outermost: `["spec", "replicas"]` around `3`.
    package func nested(in path: [String]) -> JSONValue {
        path.reversed().reduce(self) { .object([Member($1, $0)]) }
    }
}

extension JSONValue {
    /// The message as the document that it would be written as.
    package init(_ message: some WireValue) throws {
        var writer = DocumentWriter(format: .json)
        message.write(to: &writer)
        self = try readDocument(writer.takeOutput(), source: "") { reader in
            var value = JSONValue.null
            try value.read(from: &reader)
            return value
        }
    }

    package func bytes(_ format: DocumentWriter.Format) -> [UInt8] {
        var writer = DocumentWriter(format: format)
        write(to: &writer)
        return writer.takeOutput()
    }

    /// On one line, as a shell argument or a line of text takes it.
    package var compactText: String {
        String(decoding: bytes(.json).filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

extension JSONValue: WireValue {
    package init() { self = .null }

    package var isAbsent: Bool { self == .null }

    package mutating func read(from reader: inout Reader) throws {
        switch try reader.peekKind() {
        case .null:
            try reader.skipValue()
            self = .null
        case .bool: self = .bool(try reader.bool() ?? false)
        case .string: self = .string(try reader.string() ?? "")
        case .number: self = try Self.number(from: &reader)
        case .array:
            var elements: [JSONValue] = []
            guard try reader.enterArray() else { return }
            while try reader.nextElement() {
                var element = JSONValue.null
                try element.read(from: &reader)
                elements.append(element)
            }
            self = .array(elements)
        case .object:
            var members: [Member] = []
            try reader.eachMapEntry { key, reader in
                let key = String(decoding: key, as: UTF8.self)
                var value = JSONValue.null
                try value.read(from: &reader)
                members.append(Member(key, value))
            }
            self = .object(members)
        }
    }

    private static func number(from reader: inout Reader) throws -> JSONValue {
        let text =
            try reader.scalarBytes { bytes, _ in String(decoding: bytes, as: UTF8.self) } ?? ""
        if let whole = Int64(text) { return .int(whole) }
        return .double(Double(text) ?? 0)
    }

    package func write(to writer: inout DocumentWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .int(let value): writer.int(value)
        case .double(let value): writer.double(value)
        case .string(let value): writer.string(value)
        case .array(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.key(member.key)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map(Member.init))
    }
}

extension JSONValue {
    package init(_ symbol: Symbol) { self = .string(symbol.string) }

    /// A port as it is given: a number or a name.
    package init(_ value: IntOrString) {
        switch value {
        case .int(let number): self = .int(Int64(number))
        case .string(let name): self = .string(name.string)
        }
    }
}
