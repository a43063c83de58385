package import StructuredData

/// A ReplicaSet.
package struct ReplicaSet: Workload {
    package static let kind = Kind.replicaSet
    package var metadata = ObjectMeta()
    package var spec = ReplicaSetSpec()
    package var status = ReplicaSetStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What a ReplicaSet is to be.
package struct ReplicaSetSpec: Message {
    package var replicas: Int?
    package var selector = LabelSelector()
    package var template = PodTemplate()
    package var minReadySeconds = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("replicas", 1, &replicas)
        try visit.field("selector", 2, &selector)
        try visit.field("template", 3, &template)
        try visit.field("minReadySeconds", 4, &minReadySeconds)
    }
}

/// What a ReplicaSet is.
package struct ReplicaSetStatus: Message {
    package var replicas = 0
    package var observedGeneration = 0
    package var readyReplicas = 0
    package var availableReplicas = 0
    package var conditions: [Condition] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("replicas", 1, &replicas)
        try visit.field("observedGeneration", 3, &observedGeneration)
        try visit.field("readyReplicas", 4, &readyReplicas)
        try visit.field("availableReplicas", 5, &availableReplicas)
        try visit.field("conditions", 6, &conditions)
    }
}
