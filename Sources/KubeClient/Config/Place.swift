internal import ClusterModel
internal import StructuredData

/// Where in which file something stands.
struct Place: Sendable, Equatable {
    var file: String
    var position: SourcePosition?
}

/// A part of a kubeconfig that remembers where it stands, for errors found after reading.
struct Located<Value: Message>: WireValue {
    var value = Value()
    var position: SourcePosition?

    var isAbsent: Bool { value.isAbsent }

    mutating func read(from reader: inout Reader) throws {
        // A reader knows the place of the value last begun, so a copy of it begins this one.
        var ahead = reader
        _ = try ahead.enterObject()
        position = ahead.position
        try value.read(from: &reader)
    }

    func write(to writer: inout DocumentWriter) { value.write(to: &writer) }
}
