package import StructuredData

/// A condition in an object's status, newest dialect (`meta/v1`): ReplicaSets, StatefulSets, HPAs, PDBs.
package struct Condition: Message, Hashable {
    package var type = Symbol.empty
    package var status = Symbol.empty
    package var lastTransitionTime = Timestamp()
    package var reason = Symbol.empty
    package var message = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("status", 2, &status)
        try visit.field("lastTransitionTime", 3, &lastTransitionTime)
        try visit.field("reason", 4, &reason)
        try visit.field("message", 5, &message)
    }
}

/// A condition whose dialect keeps a probe or heartbeat time in field 3: pods, nodes, jobs, namespaces.
package struct DatedCondition: Message, Hashable {
    package var type = Symbol.empty
    package var status = Symbol.empty
    package var lastHeartbeatTime = Timestamp()
    package var lastTransitionTime = Timestamp()
    package var reason = Symbol.empty
    package var message = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("status", 2, &status)
        try visit.field("lastHeartbeatTime", 3, &lastHeartbeatTime)
        try visit.field("lastTransitionTime", 4, &lastTransitionTime)
        try visit.field("reason", 5, &reason)
        try visit.field("message", 6, &message)
    }
}

/// A Deployment's condition, which numbers its times after everything else.
package struct DeploymentCondition: Message, Hashable {
    package var type = Symbol.empty
    package var status = Symbol.empty
    package var reason = Symbol.empty
    package var message = Symbol.empty
    package var lastUpdateTime = Timestamp()
    package var lastTransitionTime = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("status", 2, &status)
        try visit.field("reason", 4, &reason)
        try visit.field("message", 5, &message)
        try visit.field("lastUpdateTime", 6, &lastUpdateTime)
        try visit.field("lastTransitionTime", 7, &lastTransitionTime)
    }
}

/// `meta/v1` Condition, with the generation it was observed at: PodDisruptionBudgets since policy/v1.
package struct MetaCondition: Message, Hashable {
    package var type = Symbol.empty
    package var status = Symbol.empty
    package var observedGeneration = 0
    package var lastTransitionTime = Timestamp()
    package var reason = Symbol.empty
    package var message = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("status", 2, &status)
        try visit.field("observedGeneration", 3, &observedGeneration)
        try visit.field("lastTransitionTime", 4, &lastTransitionTime)
        try visit.field("reason", 5, &reason)
        try visit.field("message", 6, &message)
    }
}
