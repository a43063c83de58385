package import StructuredData

/// A Deployment.
package struct Deployment: ChangedObject, Workload {
    package static let kind = Kind.deployment
    package var changedMetadata = ChangedMeta()
    package var spec = DeploymentSpec()
    package var status = DeploymentStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What a Deployment is to be.
package struct DeploymentSpec: Message {
    package var replicas: Int?
    package var selector = LabelSelector()
    package var template = PodTemplate()
    package var strategy = DeploymentStrategy()
    package var minReadySeconds = 0
    package var paused = false
    package var progressDeadlineSeconds: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("replicas", 1, &replicas)
        try visit.field("selector", 2, &selector)
        try visit.field("template", 3, &template)
        try visit.field("strategy", 4, &strategy)
        try visit.field("minReadySeconds", 5, &minReadySeconds)
        try visit.field("paused", 7, &paused)
        try visit.field("progressDeadlineSeconds", 9, &progressDeadlineSeconds)
    }
}

/// How a Deployment moves from one template to the next.
package struct DeploymentStrategy: Message, Hashable {
    package var type = Symbol.empty
    package var rollingUpdate: RollingUpdate?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("rollingUpdate", 2, &rollingUpdate)
    }
}

/// The pods a roll-out may lack and may add.
package struct RollingUpdate: Message, Hashable {
    package var maxUnavailable: IntOrString?
    package var maxSurge: IntOrString?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("maxUnavailable", 1, &maxUnavailable)
        try visit.field("maxSurge", 2, &maxSurge)
    }
}

/// What a Deployment is.
package struct DeploymentStatus: Message {
    package var observedGeneration = 0
    package var replicas = 0
    package var updatedReplicas = 0
    package var availableReplicas = 0
    package var unavailableReplicas = 0
    package var conditions: [DeploymentCondition] = []
    package var readyReplicas = 0

    package func condition(_ type: Symbol) -> DeploymentCondition? {
        conditions.first { $0.type == type }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("observedGeneration", 1, &observedGeneration)
        try visit.field("replicas", 2, &replicas)
        try visit.field("updatedReplicas", 3, &updatedReplicas)
        try visit.field("availableReplicas", 4, &availableReplicas)
        try visit.field("unavailableReplicas", 5, &unavailableReplicas)
        try visit.field("conditions", 6, &conditions)
        try visit.field("readyReplicas", 7, &readyReplicas)
    }
}
