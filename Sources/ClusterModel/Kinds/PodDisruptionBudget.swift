package import StructuredData

/// A PodDisruptionBudget (`policy/v1`, and `v1beta1` with the same fields).
package struct PodDisruptionBudget: ChangedObject {
    package static let kind = Kind.podDisruptionBudget
    package var changedMetadata = ChangedMeta()
    package var spec = PodDisruptionBudgetSpec()
    package var status = PodDisruptionBudgetStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// How many pods must stay. An absent selector matches nothing; an empty one everything in policy/v1 and nothing in v1beta1.
package struct PodDisruptionBudgetSpec: Message, Hashable {
    package var minAvailable: IntOrString?
    package var selector: LabelSelector?
    package var maxUnavailable: IntOrString?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("minAvailable", 1, &minAvailable)
        try visit.field("selector", 2, &selector)
        try visit.field("maxUnavailable", 3, &maxUnavailable)
    }
}

/// How many may go now.
package struct PodDisruptionBudgetStatus: Message, Hashable {
    package var observedGeneration = 0
    package var disruptionsAllowed = 0
    package var currentHealthy = 0
    package var desiredHealthy = 0
    package var expectedPods = 0
    package var conditions: [MetaCondition] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("observedGeneration", 1, &observedGeneration)
        try visit.field("disruptionsAllowed", 3, &disruptionsAllowed)
        try visit.field("currentHealthy", 4, &currentHealthy)
        try visit.field("desiredHealthy", 5, &desiredHealthy)
        try visit.field("expectedPods", 6, &expectedPods)
        try visit.field("conditions", 7, &conditions)
    }
}
