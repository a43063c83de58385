package import StructuredData

/// Ceilings on what a namespace may use.
package struct ResourceQuota: ChangedObject {
    package static let kind = Kind.resourceQuota
    package var changedMetadata = ChangedMeta()
    package var spec = ResourceQuotaSpec()
    package var status = ResourceQuotaStatus()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
        try visit.field("status", 3, &status)
    }
}

/// The ceilings, and what they count.
package struct ResourceQuotaSpec: Message, Hashable {
    package var hard = ResourceList()
    package var scopes: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("hard", 1, &hard)
        try visit.field("scopes", 2, &scopes)
    }
}

/// The ceilings in force and the use.
package struct ResourceQuotaStatus: Message, Hashable {
    package var hard = ResourceList()
    package var used = ResourceList()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("hard", 1, &hard)
        try visit.field("used", 2, &used)
    }
}

/// Bounds and defaults for containers, pods and claims of a namespace.
package struct LimitRange: ChangedObject {
    package static let kind = Kind.limitRange
    package var changedMetadata = ChangedMeta()
    package var spec = LimitRangeSpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
    }
}

/// One item for each type.
package struct LimitRangeSpec: Message, Hashable {
    package var limits: [LimitRangeItem] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("limits", 1, &limits)
    }
}

/// The bounds of one type (Container, Pod, PersistentVolumeClaim).
package struct LimitRangeItem: Message, Hashable {
    package var type = Symbol.empty
    package var max = ResourceList()
    package var min = ResourceList()
    package var defaultLimit = ResourceList()
    package var defaultRequest = ResourceList()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("type", 1, &type)
        try visit.field("max", 2, &max)
        try visit.field("min", 3, &min)
        try visit.field("default", 4, &defaultLimit)
        try visit.field("defaultRequest", 5, &defaultRequest)
    }
}

/// Which traffic pods may receive and send.
package struct NetworkPolicy: ChangedObject {
    package static let kind = Kind.networkPolicy
    package var changedMetadata = ChangedMeta()
    package var spec = NetworkPolicySpec()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("metadata", 1, &changedMetadata)
        try visit.field("spec", 2, &spec)
    }
}

/// The pods and their rules.
package struct NetworkPolicySpec: Message, Hashable {
    package var podSelector = LabelSelector()
    package var ingress: [NetworkPolicyIngressRule] = []
    package var egress: [NetworkPolicyEgressRule] = []
    package var policyTypes: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("podSelector", 1, &podSelector)
        try visit.field("ingress", 2, &ingress)
        try visit.field("egress", 3, &egress)
        try visit.field("policyTypes", 4, &policyTypes)
    }
}

/// Traffic that is let in; no port and no peer means any.
package struct NetworkPolicyIngressRule: Message, Hashable {
    package var ports: [NetworkPolicyPort] = []
    package var from: [NetworkPolicyPeer] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("ports", 1, &ports)
        try visit.field("from", 2, &from)
    }
}

/// Traffic that is let out.
package struct NetworkPolicyEgressRule: Message, Hashable {
    package var ports: [NetworkPolicyPort] = []
    package var to: [NetworkPolicyPeer] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("ports", 1, &ports)
        try visit.field("to", 2, &to)
    }
}

/// A port or a range.
package struct NetworkPolicyPort: Message, Hashable {
    package var `protocol` = Symbol.empty
    package var port: IntOrString?
    package var endPort: Int?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("protocol", 1, &`protocol`)
        try visit.field("port", 2, &port)
        try visit.field("endPort", 3, &endPort)
    }
}

/// Who is at the other end.
package struct NetworkPolicyPeer: Message, Hashable {
    package var podSelector: LabelSelector?
    package var namespaceSelector: LabelSelector?
    package var ipBlock: IPBlock?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("podSelector", 1, &podSelector)
        try visit.field("namespaceSelector", 2, &namespaceSelector)
        try visit.field("ipBlock", 3, &ipBlock)
    }
}

/// An address range.
package struct IPBlock: Message, Hashable {
    package var cidr = Symbol.empty
    package var except: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cidr", 1, &cidr)
        try visit.field("except", 2, &except)
    }
}
