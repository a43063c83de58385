package import StructuredData

/// A StatefulSet.
package struct StatefulSet: ChangedObject, Workload {
    package static let kind = Kind.statefulSet
    package var changedMetadata = ChangedMeta()
    package var spec = StatefulSetSpec()
    package var status = StatefulSetStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What a StatefulSet is to be.
package struct StatefulSetSpec: Message {
    package var replicas: Int?
    package var selector = LabelSelector()
    package var template = PodTemplate()
    package var volumeClaimTemplates: [PersistentVolumeClaim] = []
    package var serviceName = Symbol.empty
    package var podManagementPolicy = Symbol.empty
    package var updateStrategy = StatefulSetUpdateStrategy()
    package var ordinals: StatefulSetOrdinals?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("replicas", 1, &replicas)
        try visit.field("selector", 2, &selector)
        try visit.field("template", 3, &template)
        try visit.field("volumeClaimTemplates", 4, &volumeClaimTemplates)
        try visit.field("serviceName", 5, &serviceName)
        try visit.field("podManagementPolicy", 6, &podManagementPolicy)
        try visit.field("updateStrategy", 7, &updateStrategy)
        try visit.field("ordinals", 11, &ordinals)
    }
}

/// The number of the first pod (Kubernetes 1.26).
package struct StatefulSetOrdinals: Message, Hashable {
    package var start = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("start", 1, &start)
    }
}

/// How a StatefulSet moves to a new template.
package struct StatefulSetUpdateStrategy: Message, Hashable {
    package var type = Symbol.empty
    package var rollingUpdate: StatefulSetRollingUpdate?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("rollingUpdate", 2, &rollingUpdate)
    }
}

/// The lowest ordinal that is updated.
package struct StatefulSetRollingUpdate: Message, Hashable {
    package var partition = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("partition", 1, &partition)
    }
}

/// What a StatefulSet is.
package struct StatefulSetStatus: Message {
    package var observedGeneration = 0
    package var replicas = 0
    package var readyReplicas = 0
    package var currentReplicas = 0
    package var updatedReplicas = 0
    package var currentRevision = Symbol.empty
    package var updateRevision = Symbol.empty
    package var conditions: [Condition] = []
    package var availableReplicas = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("observedGeneration", 1, &observedGeneration)
        try visit.field("replicas", 2, &replicas)
        try visit.field("readyReplicas", 3, &readyReplicas)
        try visit.field("currentReplicas", 4, &currentReplicas)
        try visit.field("updatedReplicas", 5, &updatedReplicas)
        try visit.field("currentRevision", 6, &currentRevision)
        try visit.field("updateRevision", 7, &updateRevision)
        try visit.field("conditions", 10, &conditions)
        try visit.field("availableReplicas", 11, &availableReplicas)
    }
}
