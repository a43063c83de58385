package import ClusterModel
package import StructuredData

/// A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`), as far as it says who sizes a workload.
package struct VerticalPodAutoscaler: Message, Hashable {
    package var metadata = ObjectName()
    package var spec = VerticalPodAutoscalerSpec()

    package static let kindName = "VerticalPodAutoscaler"
    package static let plural = "verticalpodautoscalers"
    package static let groupVersion = GroupVersion("autoscaling.k8s.io", "v1")
    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &metadata)
        try visit.field("spec", 2, &spec)
    }

    /// `Off` only recommends.
    package var changesPods: Bool { spec.updatePolicy?.updateMode != "Off" }
}

/// Namespace and name, which are all that is kept of the objects read here.
package struct ObjectName: Message, Hashable {
    package var name = Symbol.empty
    package var namespace = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("namespace", 3, &namespace)
    }
}

package struct VerticalPodAutoscalerSpec: Message, Hashable {
    package var targetRef = ScaleTarget()
    package var updatePolicy: PodUpdatePolicy?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("targetRef", 1, &targetRef)
        try visit.field("updatePolicy", 2, &updatePolicy)
    }
}

package struct PodUpdatePolicy: Message, Hashable {
    package var updateMode = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("updateMode", 1, &updateMode)
    }
}
