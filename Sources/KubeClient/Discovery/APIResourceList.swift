internal import ClusterModel
internal import StructuredData

/// A group as `/apis` lists it.
struct ListedGroup: Message {
    var name = ""
    var versions: [ListedVersion] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("versions", 2, &versions)
    }
}

struct ListedVersion: Message {
    var version = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("version", 2, &version)
    }
}

/// The resources of one group and version, subresources among them as `pods/log`.
struct APIResourceList: Message {
    var resources: [ListedResource] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("resources", 2, &resources)
    }
}

struct ListedResource: Message {
    var name = ""
    var namespaced = false
    var kind = ""
    var verbs: [String] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("namespaced", 2, &namespaced)
        try visit.field("kind", 3, &kind)
        try visit.field("verbs", 4, &verbs)
    }
}
