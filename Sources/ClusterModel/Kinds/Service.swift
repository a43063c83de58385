package import StructuredData

/// A Service.
package struct Service: ChangedObject {
    package static let kind = Kind.service
    package var changedMetadata = ChangedMeta()
    package var spec = ServiceSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
    }
}

/// What a Service sends where.
package struct ServiceSpec: Message, Hashable {
    package var ports: [ServicePort] = []
    package var selector = StringMap()
    package var clusterIP = Symbol.empty
    package var type = Symbol.empty
    package var externalName = Symbol.empty
    package var publishNotReadyAddresses = false

    package var isHeadless: Bool { clusterIP == "None" }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("ports", 1, &ports)
        try visit.field("selector", 2, &selector)
        try visit.field("clusterIP", 3, &clusterIP)
        try visit.field("type", 4, &type)
        try visit.field("externalName", 10, &externalName)
        try visit.field("publishNotReadyAddresses", 13, &publishNotReadyAddresses)
    }
}

/// A port of a Service.
package struct ServicePort: Message, Hashable {
    package var name = Symbol.empty
    package var `protocol` = Symbol.empty
    package var port = 0
    package var targetPort = IntOrString()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("protocol", 2, &`protocol`)
        try visit.field("port", 3, &port)
        try visit.field("targetPort", 4, &targetPort)
    }
}
