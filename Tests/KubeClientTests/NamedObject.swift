import ClusterModel
import StructuredData

struct NamedObject: Message {
    var metadata = Metadata()
    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
    }

    struct Metadata: Message {
        var name = ""
        static let keys = KeyTable(of: Self.self)

        mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
            try visit.field("name", 1, &name)
        }
    }
}
