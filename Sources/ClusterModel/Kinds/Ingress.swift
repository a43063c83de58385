package import StructuredData

/// An Ingress (`networking.k8s.io/v1`; the beta's backends are read beside the newer ones).
package struct Ingress: ChangedObject {
    package static let kind = Kind.ingress
    package var changedMetadata = ChangedMeta()
    package var spec = IngressSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
    }
}

/// Which hosts and paths go to which Services.
package struct IngressSpec: Message, Hashable {
    package var defaultBackend: IngressBackend?
    package var tls: [IngressTLS] = []
    package var rules: [IngressRule] = []
    package var ingressClassName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("defaultBackend", 1, &defaultBackend)
        try visit.field("tls", 2, &tls)
        try visit.field("rules", 3, &rules)
        try visit.field("ingressClassName", 4, &ingressClassName)
    }
}

/// A Service's port. `serviceName` and `servicePort` are the beta's.
package struct IngressBackend: Message, Hashable {
    package var serviceName = Symbol.empty
    package var servicePort: IntOrString?
    package var service: IngressServiceBackend?

    package var name: Symbol { service?.name ?? serviceName }

    /// The port by number or name, nil where the backend names none.
    package var port: IntOrString? {
        guard let port = service?.port else { return servicePort }
        return port.name.isEmpty ? .int(port.number) : .string(port.name)
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("serviceName", 1, &serviceName)
        try visit.field("servicePort", 2, &servicePort)
        try visit.field("service", 4, &service)
    }
}

/// A Service by name and port.
package struct IngressServiceBackend: Message, Hashable {
    package var name = Symbol.empty
    package var port = ServiceBackendPort()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("port", 2, &port)
    }
}

/// A Service's port by name or number.
package struct ServiceBackendPort: Message, Hashable {
    package var name = Symbol.empty
    package var number = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("number", 2, &number)
    }
}

/// The Secret that has some hosts' certificate.
package struct IngressTLS: Message, Hashable {
    package var hosts: [Symbol] = []
    package var secretName = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("hosts", 1, &hosts)
        try visit.field("secretName", 2, &secretName)
    }
}

/// The paths of one host.
package struct IngressRule: Message, Hashable {
    package var host = Symbol.empty
    package var value = IngressRuleValue()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("host", 1, &host)
        try visit.embedded(2, &value)
    }
}

/// What kind of rule it is; there is but one.
package struct IngressRuleValue: Message, Hashable {
    package var http: HTTPIngressRule?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("http", 1, &http)
    }
}

/// Paths and their backends.
package struct HTTPIngressRule: Message, Hashable {
    package var paths: [HTTPIngressPath] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("paths", 1, &paths)
    }
}

/// One path.
package struct HTTPIngressPath: Message, Hashable {
    package var path = Symbol.empty
    package var backend = IngressBackend()
    package var pathType = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("path", 1, &path)
        try visit.field("backend", 2, &backend)
        try visit.field("pathType", 3, &pathType)
    }
}

/// Which controller serves the Ingresses of a class.
package struct IngressClass: ChangedObject {
    package static let kind = Kind.ingressClass
    package var changedMetadata = ChangedMeta()
    package var spec = IngressClassSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
    }
}

/// The controller's name.
package struct IngressClassSpec: Message, Hashable {
    package var controller = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("controller", 1, &controller)
    }
}
