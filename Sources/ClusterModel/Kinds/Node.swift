package import StructuredData

/// A machine.
package struct Node: ChangedObject {
    package static let kind = Kind.node
    package var changedMetadata = ChangedMeta()
    package var spec = NodeSpec()
    package var status = NodeStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// What an administrator asks of a node.
package struct NodeSpec: Message, Hashable {
    package var unschedulable = false
    package var taints: [Taint] = []
    package var providerID = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("unschedulable", 4, &unschedulable)
        try visit.field("taints", 5, &taints)
        try visit.field("providerID", 3, &providerID)
    }
}

/// What a node has and how it is.
package struct NodeStatus: Message, Hashable {
    package var capacity = ResourceList()
    package var allocatable = ResourceList()
    package var conditions: [DatedCondition] = []
    package var nodeInfo = NodeInfo()

    package func condition(_ type: Symbol) -> DatedCondition? {
        conditions.first { $0.type == type }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("capacity", 1, &capacity)
        try visit.field("allocatable", 2, &allocatable)
        try visit.field("conditions", 4, &conditions)
        try visit.field("nodeInfo", 7, &nodeInfo)
    }
}

/// The node's software.
package struct NodeInfo: Message, Hashable {
    package var containerRuntimeVersion = Symbol.empty
    package var kubeletVersion = Symbol.empty
    package var operatingSystem = Symbol.empty
    package var architecture = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("containerRuntimeVersion", 6, &containerRuntimeVersion)
        try visit.field("kubeletVersion", 7, &kubeletVersion)
        try visit.field("operatingSystem", 9, &operatingSystem)
        try visit.field("architecture", 10, &architecture)
    }
}
