package import StructuredData

/// A container's specification. Values of environment variables are never kept.
package struct Container: Message, Hashable {
    package var name = Symbol.empty
    package var image = Symbol.empty
    package var ports: [ContainerPort] = []
    package var env: [EnvVar] = []
    package var resources = ResourceRequirements()
    package var volumeMounts: [VolumeMount] = []
    package var livenessProbe: Boxed<Probe>?
    package var readinessProbe: Boxed<Probe>?
    package var imagePullPolicy = Symbol.empty
    package var securityContext: ContainerSecurityContext?
    package var envFrom: [EnvFromSource] = []
    package var startupProbe: Boxed<Probe>?
    package var restartPolicy = Symbol.empty

    /// An init container that keeps running beside the others (Kubernetes 1.28).
    package var isSidecar: Bool { restartPolicy == "Always" }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("image", 2, &image)
        try visit.field("ports", 6, &ports)
        try visit.field("env", 7, &env)
        try visit.field("resources", 8, &resources)
        try visit.field("volumeMounts", 9, &volumeMounts)
        try visit.field("livenessProbe", 10, &livenessProbe)
        try visit.field("readinessProbe", 11, &readinessProbe)
        try visit.field("imagePullPolicy", 14, &imagePullPolicy)
        try visit.field("securityContext", 15, &securityContext)
        try visit.field("envFrom", 19, &envFrom)
        try visit.field("startupProbe", 22, &startupProbe)
        try visit.field("restartPolicy", 24, &restartPolicy)
    }
}

/// As `SecurityContext`, with a container's field numbers.
package struct ContainerSecurityContext: Message, Hashable {
    package var runAsUser: Int?
    package var runAsNonRoot: Bool?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("runAsUser", 4, &runAsUser)
        try visit.field("runAsNonRoot", 5, &runAsNonRoot)
    }
}

/// A port a container declares.
package struct ContainerPort: Message, Hashable {
    package var name = Symbol.empty
    package var hostPort = 0
    package var containerPort = 0
    package var `protocol` = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("hostPort", 2, &hostPort)
        try visit.field("containerPort", 3, &containerPort)
        try visit.field("protocol", 4, &`protocol`)
    }
}

/// An environment variable: its name, where it comes from if not a literal, and the host that a
/// literal points at.
package struct EnvVar: Message, Hashable {
    package var name = Symbol.empty
    package var target = NetworkTarget()
    package var valueFrom: EnvVarSource?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("value", 2, &target)
        try visit.field("valueFrom", 3, &valueFrom)
    }
}

/// The ConfigMap or Secret key behind a variable.
package struct EnvVarSource: Message, Hashable {
    package var configMapKeyRef: KeySelector?
    package var secretKeyRef: KeySelector?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("configMapKeyRef", 3, &configMapKeyRef)
        try visit.field("secretKeyRef", 4, &secretKeyRef)
    }
}

/// One key of a ConfigMap or Secret.
package struct KeySelector: Message, Hashable {
    package var reference = NameReference()
    package var key = Symbol.empty
    package var optional = false

    package var name: Symbol { reference.name }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.embedded(1, &reference)
        try visit.field("key", 2, &key)
        try visit.field("optional", 3, &optional)
    }
}

/// All keys of a ConfigMap or Secret as environment variables.
package struct EnvFromSource: Message, Hashable {
    package var prefix = Symbol.empty
    package var configMapRef: OptionalReference?
    package var secretRef: OptionalReference?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("prefix", 1, &prefix)
        try visit.field("configMapRef", 2, &configMapRef)
        try visit.field("secretRef", 3, &secretRef)
    }
}

/// A ConfigMap or Secret that may be allowed to be missing.
package struct OptionalReference: Message, Hashable {
    package var reference = NameReference()
    package var optional = false

    package var name: Symbol { reference.name }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.embedded(1, &reference)
        try visit.field("optional", 2, &optional)
    }
}

/// Where a volume appears in a container.
package struct VolumeMount: Message, Hashable {
    package var name = Symbol.empty
    package var readOnly = false
    package var mountPath = Symbol.empty
    package var subPath = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("readOnly", 2, &readOnly)
        try visit.field("mountPath", 3, &mountPath)
        try visit.field("subPath", 4, &subPath)
    }
}

/// What a container may use and what is set aside for it.
package struct ResourceRequirements: Message, Hashable {
    package var limits = ResourceList()
    package var requests = ResourceList()

    /// The amount set aside: the request or, where only a limit is given, the limit, which the
    /// API server fills in as the request.
    package func request(_ name: Symbol) -> Quantity? { requests[name] ?? limits[name] }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("limits", 1, &limits)
        try visit.field("requests", 2, &requests)
    }
}

/// A liveness, readiness or start-up check.
package struct Probe: Message, Hashable {
    package var handler = ProbeHandler()
    package var initialDelaySeconds = 0
    package var timeoutSeconds = 0
    package var periodSeconds = 0
    package var successThreshold = 0
    package var failureThreshold = 0

    /// The port asked for, if the probe asks a port.
    package var port: IntOrString? { handler.httpGet?.port ?? handler.tcpSocket?.port }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.embedded(1, &handler)
        try visit.field("initialDelaySeconds", 2, &initialDelaySeconds)
        try visit.field("timeoutSeconds", 3, &timeoutSeconds)
        try visit.field("periodSeconds", 4, &periodSeconds)
        try visit.field("successThreshold", 5, &successThreshold)
        try visit.field("failureThreshold", 6, &failureThreshold)
    }
}

/// How a probe asks.
package struct ProbeHandler: Message, Hashable {
    package var exec: ExecAction?
    package var httpGet: HTTPGetAction?
    package var tcpSocket: TCPSocketAction?
    package var grpc: GRPCAction?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("exec", 1, &exec)
        try visit.field("httpGet", 2, &httpGet)
        try visit.field("tcpSocket", 3, &tcpSocket)
        try visit.field("grpc", 4, &grpc)
    }
}

/// A command run in the container.
package struct ExecAction: Message, Hashable {
    package var command = CommandName()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("command", 1, &command)
    }
}

/// An HTTP request to the container.
package struct HTTPGetAction: Message, Hashable {
    package var path = Symbol.empty
    package var port = IntOrString()
    package var host = Symbol.empty
    package var scheme = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("path", 1, &path)
        path = path.withoutLoginAndQuery
        try visit.field("port", 2, &port)
        try visit.field("host", 3, &host)
        try visit.field("scheme", 4, &scheme)
    }
}

/// A connection to the container.
package struct TCPSocketAction: Message, Hashable {
    package var port = IntOrString()
    package var host = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("port", 1, &port)
        try visit.field("host", 2, &host)
    }
}

/// A gRPC health check.
package struct GRPCAction: Message, Hashable {
    package var port = 0
    package var service = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("port", 1, &port)
        try visit.field("service", 2, &service)
    }
}
