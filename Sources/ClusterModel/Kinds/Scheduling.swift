package import StructuredData

/// A pod's rules about nodes and about other pods.
package struct Affinity: Message, Hashable {
    package var nodeAffinity: NodeAffinity?
    package var podAffinity: PodAffinity?
    package var podAntiAffinity: PodAffinity?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("nodeAffinity", 1, &nodeAffinity)
        try visit.field("podAffinity", 2, &podAffinity)
        try visit.field("podAntiAffinity", 3, &podAntiAffinity)
    }
}

/// Only the required terms: preferences keep no pod from a node.
package struct NodeAffinity: Message, Hashable {
    package var required: NodeSelector?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("requiredDuringSchedulingIgnoredDuringExecution", 1, &required)
    }
}

/// A node matches if any term does.
package struct NodeSelector: Message, Hashable {
    package var nodeSelectorTerms: [NodeSelectorTerm] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("nodeSelectorTerms", 1, &nodeSelectorTerms)
    }
}

/// A node matches if every expression does; an empty term matches none.
package struct NodeSelectorTerm: Message, Hashable {
    package var matchExpressions: [LabelSelectorRequirement] = []
    package var matchFields: [LabelSelectorRequirement] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("matchExpressions", 1, &matchExpressions)
        try visit.field("matchFields", 2, &matchFields)
    }
}

/// Affinity and anti-affinity have one shape; only required terms.
package struct PodAffinity: Message, Hashable {
    package var required: [PodAffinityTerm] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("requiredDuringSchedulingIgnoredDuringExecution", 1, &required)
    }
}

/// Pods to be near to, or away from, in one topology domain.
package struct PodAffinityTerm: Message, Hashable {
    package var labelSelector: LabelSelector?
    package var namespaces: [Symbol] = []
    package var topologyKey = Symbol.empty
    package var namespaceSelector: LabelSelector?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("labelSelector", 1, &labelSelector)
        try visit.field("namespaces", 2, &namespaces)
        try visit.field("topologyKey", 3, &topologyKey)
        try visit.field("namespaceSelector", 4, &namespaceSelector)
    }
}

/// A taint the pod puts up with.
package struct Toleration: Message, Hashable {
    package var key = Symbol.empty
    package var `operator` = Symbol.empty
    package var value = Symbol.empty
    package var effect = Symbol.empty
    package var tolerationSeconds: Int?

    /// `component-helpers/scheduling/corev1` ToleratesTaint.
    package func tolerates(_ taint: Taint) -> Bool {
        if !effect.isEmpty && effect != taint.effect { return false }
        if !key.isEmpty && key != taint.key { return false }
        if `operator` == "Exists" { return true }
        return !key.isEmpty && value == taint.value
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("operator", 2, &`operator`)
        try visit.field("value", 3, &value)
        try visit.field("effect", 4, &effect)
        try visit.field("tolerationSeconds", 5, &tolerationSeconds)
    }
}

/// What keeps pods off a node unless they tolerate it.
package struct Taint: Message, Hashable {
    package var key = Symbol.empty
    package var value = Symbol.empty
    package var effect = Symbol.empty
    package var timeAdded = Timestamp()

    /// `key=value:NoSchedule`, as kubectl writes it.
    package var text: String { value.isEmpty ? "\(key):\(effect)" : "\(key)=\(value):\(effect)" }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("value", 2, &value)
        try visit.field("effect", 3, &effect)
        try visit.field("timeAdded", 4, &timeAdded)
    }
}

/// How evenly pods must be spread.
package struct TopologySpreadConstraint: Message, Hashable {
    package var maxSkew = 0
    package var topologyKey = Symbol.empty
    package var whenUnsatisfiable = Symbol.empty
    package var labelSelector: LabelSelector?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("maxSkew", 1, &maxSkew)
        try visit.field("topologyKey", 2, &topologyKey)
        try visit.field("whenUnsatisfiable", 3, &whenUnsatisfiable)
        try visit.field("labelSelector", 4, &labelSelector)
    }
}
