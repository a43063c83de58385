package import StructuredData

/// A value of the Kubernetes API that reads itself from any encoding and writes itself to a document.
package protocol WireValue: Sendable {
    init()

    /// True for what the API leaves out: a field at its default is not written.
    var isAbsent: Bool { get }

    /// Reads one value. Of a repeated protobuf field, one occurrence.
    mutating func read(from reader: inout Reader) throws

    func write(to writer: inout DocumentWriter)
}

extension Bool: WireValue {
    package var isAbsent: Bool { !self }
    package mutating func read(from reader: inout Reader) throws {
        self = try reader.bool() ?? false
    }
    package func write(to writer: inout DocumentWriter) { writer.bool(self) }
}

extension Int: WireValue {
    package var isAbsent: Bool { self == 0 }
    package mutating func read(from reader: inout Reader) throws {
        self = Int(try reader.int64() ?? 0)
    }
    package func write(to writer: inout DocumentWriter) { writer.int(Int64(self)) }
}

extension Double: WireValue {
    package var isAbsent: Bool { self == 0 }
    package mutating func read(from reader: inout Reader) throws {
        self = try reader.double() ?? 0
    }
    package func write(to writer: inout DocumentWriter) { writer.double(self) }
}

extension String: WireValue {
    package var isAbsent: Bool { isEmpty }
    package mutating func read(from reader: inout Reader) throws {
        self = try reader.string() ?? ""
    }
    package func write(to writer: inout DocumentWriter) { writer.string(self) }
}

extension Optional: WireValue where Wrapped: WireValue {
    package init() { self = nil }
    package var isAbsent: Bool { self == nil }

    @inline(never)
    package mutating func read(from reader: inout Reader) throws {
        if reader.format == .json, try reader.peekKind() == .null { return try reader.skipValue() }
        var value = self ?? Wrapped()
        try value.read(from: &reader)
        self = value
    }

    @inline(never)
    package func write(to writer: inout DocumentWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

extension Array: WireValue where Element: WireValue {
    package var isAbsent: Bool { isEmpty }

    @inline(never)
    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            guard try reader.enterArray() else { return }
            while try reader.nextElement() { try readElement(from: &reader) }
        case .protobuf:
            try readElement(from: &reader)
        }
    }

    @inline(never)
    private mutating func readElement(from reader: inout Reader) throws {
        var element = Element()
        try element.read(from: &reader)
        append(element)
    }

    @inline(never)
    package func write(to writer: inout DocumentWriter) {
        writer.beginArray()
        for element in self { element.write(to: &writer) }
        writer.endArray()
    }
}

extension Dictionary: WireValue where Key == String, Value: WireValue {
    package init() { self = [:] }
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        try reader.eachMapEntry { key, reader in
            var value = Value()
            try value.read(from: &reader)
            self[String(decoding: key, as: UTF8.self)] = value
        }
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            writer.key(key)
            value.write(to: &writer)
        }
        writer.endObject()
    }
}
