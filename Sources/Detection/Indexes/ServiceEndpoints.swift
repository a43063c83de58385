package import ClusterModel
package import StructuredData

/// Who answers for a Service.
package struct ServiceEndpoints: IndexEntry {
    package static let kindName = "ServiceEndpoints"

    package private(set) var key = ""
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    package var type = Symbol.empty
    package var selector = StringMap()
    /// Who says so: `EndpointSlice`, `Endpoints` or `selector`; empty where nobody does.
    package var origin = ""
    package var ready = Always<[ServiceEndpoint]>()
    package var notReady = Always<[ServiceEndpoint]>()
    /// The Service's own ports.
    package var ports: [ServicePort] = []
    /// The ports they lead to; one Service port may lead to several.
    package var endpointPorts: [EndpointSlicePort] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ service: Service) {
        key = service.key.text
        namespace = service.metadata.namespace
        name = service.metadata.name
        type = service.spec.type.or("ClusterIP")
        selector = service.spec.selector
        ports = service.spec.ports
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("namespace", 2, &namespace)
        try visit.field("name", 3, &name)
        try visit.field("type", 4, &type)
        try visit.field("selector", 5, &selector)
        try visit.field("source", 6, &origin)
        try visit.field("ready", 7, &ready)
        try visit.field("notReady", 8, &notReady)
        try visit.field("ports", 9, &ports)
        try visit.field("endpointPorts", 10, &endpointPorts)
    }
}

/// One that answers: a pod of the Service's namespace, or an address alone.
package struct ServiceEndpoint: Message, Hashable {
    package var pod = Symbol.empty
    package var address = Symbol.empty
    package var node = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ target: ObjectReference?, _ address: Symbol, _ node: Symbol) {
        if let target, target.kind == "Pod" { pod = target.name }
        self.address = address
        self.node = node
    }

    /// The pod, or the address of what is none.
    var identity: ServiceEndpoint {
        var identity = ServiceEndpoint()
        identity.pod = pod
        if pod.isEmpty { identity.address = address }
        return identity
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("pod", 1, &pod)
        try visit.field("address", 2, &address)
        try visit.field("node", 3, &node)
    }
}
