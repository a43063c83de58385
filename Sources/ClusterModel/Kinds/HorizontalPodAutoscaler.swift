package import StructuredData

/// An HPA (`autoscaling/v2`, and `v2beta2` with the same fields).
package struct HorizontalPodAutoscaler: ChangedObject {
    package static let kind = Kind.horizontalPodAutoscaler
    package var changedMetadata = ChangedMeta()
    package var spec = HorizontalPodAutoscalerSpec()
    package var status = HorizontalPodAutoscalerStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What is scaled between which bounds by which metrics. `targetCPUUtilizationPercentage` is
/// autoscaling/v1's, which only dumps hold; its number lies past protobuf's on purpose.
package struct HorizontalPodAutoscalerSpec: Message, Hashable {
    package var scaleTargetRef = ScaleTarget()
    package var minReplicas: Int?
    package var maxReplicas = 0
    package var metrics: [MetricSpec] = []
    package var behavior: ScalingBehavior?
    package var targetCPUUtilizationPercentage: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("scaleTargetRef", 1, &scaleTargetRef)
        try visit.field("minReplicas", 2, &minReplicas)
        try visit.field("maxReplicas", 3, &maxReplicas)
        try visit.field("metrics", 4, &metrics)
        try visit.field("behavior", 5, &behavior)
        try visit.field("targetCPUUtilizationPercentage", 904, &targetCPUUtilizationPercentage)
    }
}

/// The workload an HPA scales.
package struct ScaleTarget: Message, Hashable {
    package var kind = Symbol.empty
    package var name = Symbol.empty
    package var apiVersion = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("kind", 1, &kind)
        try visit.field("name", 2, &name)
        try visit.field("apiVersion", 3, &apiVersion)
    }
}

/// How fast an HPA may scale, each way.
package struct ScalingBehavior: Message, Hashable {
    package var scaleUp: ScalingRules?
    package var scaleDown: ScalingRules?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("scaleUp", 1, &scaleUp)
        try visit.field("scaleDown", 2, &scaleDown)
    }
}

/// The pace in one direction; what is not set has the API's defaults.
package struct ScalingRules: Message, Hashable {
    package var selectPolicy = Symbol.empty
    package var policies: [ScalingPolicy] = []
    package var stabilizationWindowSeconds: Int?
    /// Kubernetes 1.33.
    package var tolerance: Quantity?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("selectPolicy", 1, &selectPolicy)
        try visit.field("policies", 2, &policies)
        try visit.field("stabilizationWindowSeconds", 3, &stabilizationWindowSeconds)
        try visit.field("tolerance", 4, &tolerance)
    }
}

/// So many pods, or so many per cent of them, in so many seconds.
package struct ScalingPolicy: Message, Hashable {
    package var type = Symbol.empty
    package var value = 0
    package var periodSeconds = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("value", 2, &value)
        try visit.field("periodSeconds", 3, &periodSeconds)
    }
}

/// One metric an HPA goes by.
package struct MetricSpec: Message, Hashable {
    package var type = Symbol.empty
    package var resource: ResourceMetric?
    package var containerResource: ContainerResourceMetric?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("resource", 4, &resource)
        try visit.field("containerResource", 7, &containerResource)
    }
}

/// A resource's use over all containers.
package struct ResourceMetric: Message, Hashable {
    package var name = Symbol.empty
    package var target = MetricTarget()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("target", 2, &target)
    }
}

/// A resource's use in one container.
package struct ContainerResourceMetric: Message, Hashable {
    package var name = Symbol.empty
    package var target = MetricTarget()
    package var container = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("target", 2, &target)
        try visit.field("container", 3, &container)
    }
}

/// The value an HPA steers to.
package struct MetricTarget: Message, Hashable {
    package var type = Symbol.empty
    package var averageValue: Quantity?
    package var averageUtilization: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("averageValue", 3, &averageValue)
        try visit.field("averageUtilization", 4, &averageUtilization)
    }
}

/// What an HPA sees and wants.
package struct HorizontalPodAutoscalerStatus: Message, Hashable {
    package var observedGeneration = 0
    package var lastScaleTime = Timestamp()
    package var currentReplicas = 0
    package var desiredReplicas = 0
    package var currentMetrics: [MetricStatus] = []
    package var conditions: [Condition] = []

    package func condition(_ type: Symbol) -> Condition? { conditions.first { $0.type == type } }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("observedGeneration", 1, &observedGeneration)
        try visit.field("lastScaleTime", 2, &lastScaleTime)
        try visit.field("currentReplicas", 3, &currentReplicas)
        try visit.field("desiredReplicas", 4, &desiredReplicas)
        try visit.field("currentMetrics", 5, &currentMetrics)
        try visit.field("conditions", 6, &conditions)
    }
}

/// A metric's present value.
package struct MetricStatus: Message, Hashable {
    package var type = Symbol.empty
    package var resource: ResourceMetricStatus?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("resource", 4, &resource)
    }
}

/// A resource's present use.
package struct ResourceMetricStatus: Message, Hashable {
    package var name = Symbol.empty
    package var current = MetricValue()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("current", 2, &current)
    }
}

/// The value, absolute and as a share of the request.
package struct MetricValue: Message, Hashable {
    package var averageValue: Quantity?
    package var averageUtilization: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("averageValue", 2, &averageValue)
        try visit.field("averageUtilization", 3, &averageUtilization)
    }
}
