package import StructuredData

/// A pod: what it asks for, and what became of it.
package struct Pod: KubeObject {
    package static let kind = Kind.pod
    package var metadata = ObjectMeta()
    package var spec = PodSpec()
    package var status = PodStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// The pod a workload makes (`core/v1` PodTemplateSpec).
package struct PodTemplate: Message, Hashable {
    package var metadata = TemplateMeta()
    package var spec = PodSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
    }
}

/// The metadata of a pod template.
package struct TemplateMeta: Message, Hashable {
    package var labels = StringMap()
    package var annotations = KeptAnnotations()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("labels", 11, &labels)
        try visit.field("annotations", 12, &annotations)
    }
}

/// A condition some controller must set before the pod counts as ready.
package struct ReadinessGate: Message, Hashable {
    package var conditionType = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("conditionType", 1, &conditionType)
    }
}

/// A gate that keeps the scheduler away until it is removed.
package struct SchedulingGate: Message, Hashable {
    package var name = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
    }
}

/// The part of a pod's or container's security context that can keep it from starting.
package struct SecurityContext: Message, Hashable {
    package var runAsUser: Int?
    package var runAsNonRoot: Bool?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("runAsUser", 2, &runAsUser)
        try visit.field("runAsNonRoot", 3, &runAsNonRoot)
    }
}

/// What the scheduler and the kubelet say of a pod. A snapshot leaves out the start-up steps that
/// hold and the init containers once all have done their work.
package struct PodStatus: Message, Hashable {
    package var phase = Symbol.empty
    package var conditions: [DatedCondition] = []
    package var message = Symbol.empty
    package var reason = Symbol.empty
    package var podIP = Symbol.empty
    package var startTime = Timestamp()
    package var containerStatuses: [ContainerStatus] = []
    package var qosClass = Symbol.empty
    package var initContainerStatuses: [ContainerStatus] = []
    package var nominatedNodeName = Symbol.empty

    package func condition(_ type: Symbol) -> DatedCondition? {
        conditions.first { $0.type == type }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("phase", 1, &phase)
        try visit.field("conditions", 2, &conditions)
        try visit.field("message", 3, &message)
        try visit.field("reason", 4, &reason)
        try visit.field("podIP", 6, &podIP)
        try visit.field("startTime", 7, &startTime)
        try visit.field("containerStatuses", 8, &containerStatuses)
        try visit.field("qosClass", 9, &qosClass)
        try visit.field("initContainerStatuses", 10, &initContainerStatuses)
        try visit.field("nominatedNodeName", 11, &nominatedNodeName)
    }
}
