import ClusterModel
import StructuredData

/// A field that a document always has, also when it is zero, false or empty: readers of a contract
/// should not have to tell "none" from "not said".
struct Always<Value: WireValue>: WireValue {
    var value: Value

    init() { value = Value() }
    init(_ value: Value) { self.value = value }

    var isAbsent: Bool { false }
    mutating func read(from reader: inout Reader) throws { try value.read(from: &reader) }
    func write(to writer: inout DocumentWriter) { value.write(to: &writer) }
}
