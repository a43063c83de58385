internal import ClusterModel
internal import StructuredData

/// Any of the documents that say what a server has; which one is told by `kind`.
struct DiscoveryDocument: Message {
    var kind = ""
    /// APIGroupDiscoveryList, the aggregated form.
    var items: [GroupDiscovery] = []
    /// APIGroupList.
    var groups: [ListedGroup] = []
    /// APIVersions, of the core group.
    var versions: [String] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("items", 2, &items)
        try visit.field("groups", 3, &groups)
        try visit.field("versions", 4, &versions)
    }

    /// Any server may answer with JSON; one without APIs would pass for a cluster without objects.
    var isDiscovery: Bool {
        ["APIGroupDiscoveryList", "APIGroupList", "APIVersions"].contains(kind)
    }

    var isAggregated: Bool { kind == "APIGroupDiscoveryList" }
}

struct GroupDiscovery: Message {
    var metadata = DiscoveryName()
    var versions: [VersionDiscovery] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("versions", 2, &versions)
    }
}

struct DiscoveryName: Message {
    var name = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
    }
}

struct VersionDiscovery: Message {
    var version = ""
    var resources: [DiscoveredResource] = []
    /// `Stale` when an aggregated API server does not answer.
    var freshness = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("version", 1, &version)
        try visit.field("resources", 2, &resources)
        try visit.field("freshness", 3, &freshness)
    }
}

struct DiscoveredResource: Message {
    var resource = ""
    var responseKind = ResponseKind()
    var scope = ""
    var verbs: [String] = []
    var subresources: [DiscoveredSubresource] = []

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("resource", 1, &resource)
        try visit.field("responseKind", 2, &responseKind)
        try visit.field("scope", 3, &scope)
        try visit.field("verbs", 4, &verbs)
        try visit.field("subresources", 5, &subresources)
    }
}

struct ResponseKind: Message {
    var kind = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 3, &kind)
    }
}

struct DiscoveredSubresource: Message {
    var subresource = ""

    static let keys = KeyTable(of: Self.self)

    mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("subresource", 1, &subresource)
    }
}
