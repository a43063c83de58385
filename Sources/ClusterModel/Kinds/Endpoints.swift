package import StructuredData

/// Part of a Service's endpoints (`discovery.k8s.io`); the Service's name is in the label `kubernetes.io/service-name`.
package struct EndpointSlice: KubeObject {
    package static let kind = Kind.endpointSlice
    package var metadata = ObjectMeta()
    package var endpoints: [Endpoint] = []
    package var ports: [EndpointSlicePort] = []
    package var addressType = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("endpoints", 2, &endpoints)
        try visit.field("ports", 3, &ports)
        try visit.field("addressType", 4, &addressType)
    }
}

/// One address behind a Service.
package struct Endpoint: Message, Hashable {
    package var addresses: [Symbol] = []
    package var conditions = EndpointConditions()
    package var targetRef: ObjectReference?
    package var nodeName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("addresses", 1, &addresses)
        try visit.field("conditions", 2, &conditions)
        try visit.field("targetRef", 4, &targetRef)
        try visit.field("nodeName", 6, &nodeName)
    }
}

/// Whether traffic goes to it; nil counts as ready.
package struct EndpointConditions: Message, Hashable {
    package var ready: Bool?
    package var serving: Bool?
    package var terminating: Bool?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("ready", 1, &ready)
        try visit.field("serving", 2, &serving)
        try visit.field("terminating", 3, &terminating)
    }
}

/// A port of every endpoint in the slice.
package struct EndpointSlicePort: Message, Hashable {
    package var name = Symbol.empty
    package var `protocol` = Symbol.empty
    package var port: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("protocol", 2, &`protocol`)
        try visit.field("port", 3, &port)
    }
}

/// The older, single object of a Service's endpoints (`core/v1`).
package struct Endpoints: KubeObject {
    package static let kind = Kind.endpoints
    package var metadata = ObjectMeta()
    package var subsets: [EndpointSubset] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("subsets", 2, &subsets)
    }
}

/// Addresses that share ports.
package struct EndpointSubset: Message, Hashable {
    package var addresses: [EndpointAddress] = []
    package var notReadyAddresses: [EndpointAddress] = []
    package var ports: [EndpointPort] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("addresses", 1, &addresses)
        try visit.field("notReadyAddresses", 2, &notReadyAddresses)
        try visit.field("ports", 3, &ports)
    }
}

/// One address.
package struct EndpointAddress: Message, Hashable {
    package var ip = Symbol.empty
    package var targetRef: ObjectReference?
    package var nodeName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("ip", 1, &ip)
        try visit.field("targetRef", 2, &targetRef)
        try visit.field("nodeName", 4, &nodeName)
    }
}

/// One port.
package struct EndpointPort: Message, Hashable {
    package var name = Symbol.empty
    package var port = 0
    package var `protocol` = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("port", 2, &port)
        try visit.field("protocol", 3, &`protocol`)
    }
}
