package import StructuredData

/// A DaemonSet.
package struct DaemonSet: ChangedObject, Workload {
    package static let kind = Kind.daemonSet
    package var changedMetadata = ChangedMeta()
    package var spec = DaemonSetSpec()
    package var status = DaemonSetStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What a DaemonSet is to be.
package struct DaemonSetSpec: Message {
    package var selector = LabelSelector()
    package var template = PodTemplate()
    package var updateStrategy = DaemonSetUpdateStrategy()
    package var minReadySeconds = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("selector", 1, &selector)
        try visit.field("template", 2, &template)
        try visit.field("updateStrategy", 3, &updateStrategy)
        try visit.field("minReadySeconds", 4, &minReadySeconds)
    }
}

/// How a DaemonSet moves to a new template.
package struct DaemonSetUpdateStrategy: Message, Hashable {
    package var type = Symbol.empty
    package var rollingUpdate: RollingUpdate?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("rollingUpdate", 2, &rollingUpdate)
    }
}

/// What a DaemonSet is.
package struct DaemonSetStatus: Message {
    package var currentNumberScheduled = 0
    package var numberMisscheduled = 0
    package var desiredNumberScheduled = 0
    package var numberReady = 0
    package var observedGeneration = 0
    package var updatedNumberScheduled = 0
    package var numberAvailable = 0
    package var numberUnavailable = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("currentNumberScheduled", 1, &currentNumberScheduled)
        try visit.field("numberMisscheduled", 2, &numberMisscheduled)
        try visit.field("desiredNumberScheduled", 3, &desiredNumberScheduled)
        try visit.field("numberReady", 4, &numberReady)
        try visit.field("observedGeneration", 5, &observedGeneration)
        try visit.field("updatedNumberScheduled", 6, &updatedNumberScheduled)
        try visit.field("numberAvailable", 7, &numberAvailable)
        try visit.field("numberUnavailable", 8, &numberUnavailable)
    }
}
