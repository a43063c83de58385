package import StructuredData

/// An interned string, four bytes wide. Equal symbols are equal strings; order is by bytes, so
/// nothing that is sorted depends on the sequence in which names were first seen.
package struct Symbol: Hashable, Sendable {
    private let id: Int32

    /// The empty string, which stands for "not set".
    package static let empty = Symbol()

    package init() { id = 0 }

    package init(bytes: UnsafeRawBufferPointer) {
        id = SymbolTable.shared.intern(bytes)
    }

    package init(_ string: String) {
        var string = string
        self = string.withUTF8 { Symbol(bytes: UnsafeRawBufferPointer($0)) }
    }

    package var isEmpty: Bool { id == 0 }

    package var string: String {
        String(decoding: SymbolTable.shared.bytes(of: id), as: UTF8.self)
    }

    /// The symbol, or `other` where it is not set.
    package func or(_ other: Symbol) -> Symbol { isEmpty ? other : self }

    /// Gives the bytes without making a string; they outlive the call.
    package func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
        try body(SymbolTable.shared.bytes(of: id))
    }

    package func hasPrefix(_ prefix: StaticString) -> Bool {
        withBytes { UnsafeRawBufferPointer($0).starts(with: prefix) }
    }
}

extension Symbol: Comparable {
    package static func < (a: Symbol, b: Symbol) -> Bool {
        a.id != b.id
            && a.withBytes { x in b.withBytes { y in x.lexicographicallyPrecedes(y) } }
    }
}

extension Symbol: ExpressibleByStringLiteral, CustomStringConvertible {
    package init(stringLiteral value: StaticString) {
        self.init(
            bytes: UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }

    package var description: String { string }
}

extension Symbol: WireValue {
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        self = try reader.string { Symbol(bytes: $0) } ?? .empty
    }

    package func write(to writer: inout DocumentWriter) { writer.string(string) }
}
