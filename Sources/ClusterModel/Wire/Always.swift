package import StructuredData

/// A field that a document always has, also when it is zero, false or empty: readers of a contract
/// should not have to tell "none" from "not said".
package struct Always<Value: WireValue>: WireValue {
    package var value: Value

    package init() { value = Value() }
    package init(_ value: Value) { self.value = value }

    package var isAbsent: Bool { false }
    package mutating func read(from reader: inout Reader) throws { try value.read(from: &reader) }
    package func write(to writer: inout DocumentWriter) { value.write(to: &writer) }
}
