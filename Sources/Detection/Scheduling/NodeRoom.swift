package import ClusterModel

/// What is left on each node once every pod there has what it requests. Worked out once a snapshot.
package struct NodeRoom: Sendable {
    private let load: NodeLoad
    private var allocatable: [Symbol: ResourceList] = [:]

    package init(_ snapshot: Snapshot) {
        load = NodeLoad(snapshot.pods)
        for node in snapshot.nodes { allocatable[node.metadata.name] = node.status.allocatable }
    }

    /// In thousandths of the unit; may be below zero.
    package func free(_ resource: Symbol, on node: Symbol) -> Int64 {
        guard let amounts = allocatable[node] else { return 0 }
        let whole = amounts[resource]?.milli ?? 0
        let (rest, overflow) =
            whole.subtractingReportingOverflow(load.requested(on: node)[resource] ?? 0)
        return overflow ? .min : rest
    }

    /// A node that does not say takes 110 pods, the kubelet's default.
    package func hasPodSlot(on node: Symbol) -> Bool {
        guard let amounts = allocatable[node] else { return false }
        return Int64(load.podCount(on: node)) < amounts["pods"]?.value ?? 110
    }
}
