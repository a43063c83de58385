package import ClusterModel
package import StructuredData

/// `name` → what the node has, what its pods request, and whether it takes more. Where only some
/// namespaces were read, it knows of their pods alone, and says so.
package struct NodeResourceIndex: Index {
    private let nodes: ObjectTable<Node>
    private let load: NodeLoad
    private let namespaces: [Symbol]

    package init(_ source: IndexSource) {
        nodes = ObjectTable(source.admitted(source.snapshot.nodes))
        load = NodeLoad(source.snapshot.pods)
        namespaces = source.snapshot.namespacesRead.sorted()
    }

    package var count: Int { nodes.count }
    package subscript(place: Int) -> NodeResources { entry(nodes[place]) }
    package subscript(key: String) -> NodeResources? { nodes[key].map(entry) }

    private func entry(_ node: Node) -> NodeResources {
        var entry = NodeResources(node, load)
        entry.namespaces = namespaces
        return entry
    }
}

/// A node's resources.
package struct NodeResources: IndexEntry {
    package static let kindName = "NodeResources"

    package private(set) var key = ""
    package var ready = Always(false)
    /// False for a cordoned node. Taints, which some pods tolerate, are listed beside it.
    package var schedulable = Always(false)
    /// Pods that have not ended.
    package var pods = Always(0)
    package var capacity = ResourceList()
    package var allocatable = ResourceList()
    /// What the pods request together, as kube-scheduler counts.
    package var requested = Always(ResourceList())
    /// The conditions that tell of pressure and hold.
    package var pressure = Always<[Symbol]>()
    /// `key=value:Effect` each.
    package var taints: [String] = []
    /// Whose pods are counted; empty for all.
    package var namespaces: [Symbol] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ node: Node, _ load: NodeLoad) {
        let name = node.metadata.name
        key = name.string
        ready.value = node.status.condition("Ready")?.status == "True"
        schedulable.value = !node.spec.unschedulable
        pods.value = load.podCount(on: name)
        capacity = node.status.capacity
        allocatable = node.status.allocatable
        let amounts = load.requested(on: name).map { ($0, Quantity(milli: $1, of: $0)) }
        requested.value = ResourceList(Dictionary(amounts, uniquingKeysWith: { a, _ in a }))
        pressure.value = node.status.conditions.filter(\.isPressure).map(\.type).sorted()
        taints = node.spec.taints.map(\.text)
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("ready", 2, &ready)
        try visit.field("schedulable", 3, &schedulable)
        try visit.field("pods", 4, &pods)
        try visit.field("capacity", 5, &capacity)
        try visit.field("allocatable", 6, &allocatable)
        try visit.field("requested", 7, &requested)
        try visit.field("pressure", 8, &pressure)
        try visit.field("taints", 9, &taints)
        try visit.field("namespaces", 10, &namespaces)
    }
}

extension DatedCondition {
    fileprivate var isPressure: Bool {
        status == "True" && type.string.hasSuffix("Pressure")
    }
}
