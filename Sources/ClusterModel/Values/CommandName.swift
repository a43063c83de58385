package import StructuredData

/// The program of a command line. Its arguments are never kept: passwords are among them.
package struct CommandName: Hashable, Sendable {
    package private(set) var program = Symbol.empty

    package init() {}
}

extension CommandName: WireValue {
    package var isAbsent: Bool { program.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        switch reader.format {
        case .json:
            guard try reader.enterArray() else { return }
            while try reader.nextElement() { try take(&reader) }
        case .protobuf:
            try take(&reader)
        }
    }

    private mutating func take(_ reader: inout Reader) throws {
        guard program.isEmpty else { return try reader.skipValue() }
        try program.read(from: &reader)
    }

    package func write(to writer: inout DocumentWriter) {
        writer.beginArray()
        if !program.isEmpty { program.write(to: &writer) }
        writer.endArray()
    }
}
