package import StructuredData

/// An object of the API, declared once: `fields` names each field with its JSON key and its
/// protobuf number, and reading JSON, reading protobuf and writing all go through it.
///
///     package struct ContainerPort: Message {
///         package var name = Symbol.empty, containerPort = 0
///         package static let keys = KeyTable(of: Self.self)
///         package init() {}
///         package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
///             try visit.field("name", 1, &name)
///             try visit.field("containerPort", 3, &containerPort)
///         }
///     }
package protocol Message: WireValue {
    /// The declared fields, for look-up by key; `KeyTable(of: Self.self)`.
    static var keys: KeyTable { get }

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws
}

/// What is done with each declared field: read it, write it, or note its name.
package protocol FieldVisitor {
    mutating func field<T: WireValue>(
        _ name: StaticString, _ number: Int, _ value: inout T) throws

    /// Fields that JSON inlines into their parent and protobuf nests in field `number`.
    mutating func embedded<T: Message>(_ number: Int, _ value: inout T) throws
}

/// Keys of embedded fields are numbered apart from their parent's: field 19 of the message in
/// field 2 is 2019. No Kubernetes message has numbers over 999.
let embeddedStride = 1000

extension Message {
    package var isAbsent: Bool { false }

    // Not inlined: every message would otherwise be compiled into every message that holds it,
    // which takes the compiler minutes and gains nothing.
    @inline(never)
    package mutating func read(from reader: inout Reader) throws {
        guard let scope = try reader.enterObject() else { return }
        while true {
            let number = try reader.nextField(Self.keys)
            if number == 0 { break }
            reader.current = number
            try fields(&reader)
            if reader.current != 0 {
                reader.current = 0
                try reader.skipValue()
            }
        }
        try reader.leaveObject(scope)
    }

    @inline(never)
    package func write(to writer: inout DocumentWriter) {
        writer.beginObject()
        writeFields(to: &writer)
        writer.endObject()
    }

    /// Writes the fields alone, into an object that the caller has begun.
    @inline(never)
    package func writeFields(to writer: inout DocumentWriter) {
        var copy = self
        // The writing visitor throws nothing; `fields` is declared throwing for the readers.
        try? copy.fields(&writer)
    }
}

extension Reader: FieldVisitor {
    @inline(__always)
    package mutating func field<T: WireValue>(
        _ name: StaticString, _ number: Int, _ value: inout T
    ) throws {
        guard current == number else { return }
        current = 0
        try value.read(from: &self)
        if T.self == Symbol.self, name.isMessage { value = maskingSecrets(value) }
        current = 0
    }

    @inline(__always)
    package mutating func embedded<T: Message>(_ number: Int, _ value: inout T) throws {
        switch format {
        case .json:
            guard current / embeddedStride == number, current >= embeddedStride else { return }
            current %= embeddedStride
            try value.fields(&self)
        case .protobuf:
            try field("", number, &value)
        }
    }
}

extension StaticString {
    /// The API calls text for people so, whoever wrote it.
    @inline(__always)
    fileprivate var isMessage: Bool {
        utf8CodeUnitCount == 7
            && UnsafeBufferPointer(start: utf8Start, count: 7).elementsEqual("message".utf8)
    }
}

/// Programs' words repeat what they were given; see `Symbol.maskingAssignedSecrets`.
private func maskingSecrets<T>(_ value: T) -> T {
    (value as? Symbol)?.maskingAssignedSecrets as? T ?? value
}

extension DocumentWriter: FieldVisitor {
    package mutating func field<T: WireValue>(
        _ name: StaticString, _ number: Int, _ value: inout T
    ) {
        guard !value.isAbsent else { return }
        key(name.description)
        value.write(to: &self)
    }

    package mutating func embedded<T: Message>(_ number: Int, _ value: inout T) {
        value.writeFields(to: &self)
    }
}

extension KeyTable {
    /// The table of a message's declared fields.
    // Run once a type, so a copy of its own for each type would only be weight.
    @_semantics("optimize.sil.specialize.generic.never")
    package convenience init<M: Message>(of type: M.Type) {
        var collector = KeyCollector()
        var blank = M()
        try? blank.fields(&collector)
        self.init(collector.keys)
    }
}

private struct KeyCollector: FieldVisitor {
    var keys: [(name: String, number: Int)] = []
    private var offset = 0

    init() {}

    mutating func field<T: WireValue>(_ name: StaticString, _ number: Int, _ value: inout T) {
        keys.append((name.description, offset + number))
    }

    mutating func embedded<T: Message>(_ number: Int, _ value: inout T) throws {
        offset = number * embeddedStride
        try value.fields(&self)
        offset = 0
    }
}
