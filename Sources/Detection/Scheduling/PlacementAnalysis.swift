// Which nodes a pod that waits could run on, and why not on the others: kube-scheduler's filters
// (pkg/scheduler/framework/plugins) over the snapshot, in the scheduler's order.

package import ClusterModel

/// The scheduler's view of one snapshot.
package struct PlacementAnalysis: Sendable {
    private let view: ClusterView
    private let room: NodeRoom
    /// A scan of some namespaces knows the nodes, but not what else runs on them.
    private let knowsPods: Bool

    package init(_ view: ClusterView) {
        self.view = view
        room = NodeRoom(view.snapshot)
        knowsPods = view.snapshot.isComplete(.pod) && view.snapshot.namespacesRead.isEmpty
    }

    /// What stands between a pod and each node.
    package struct Verdict: Sendable {
        package let obstacles: [(node: Symbol, obstacle: Obstacle)]
        /// Nodes that would take the pod as things stand.
        package let fitting: [Symbol]
        /// Nodes that would take the pod if they were not cordoned.
        package let heldBack: [Symbol]
        package let request: PodRequest
        /// False if other pods on the nodes were not read: what is free is then a ceiling.
        package let isCertain: Bool
    }

    /// Nil if the nodes are not known.
    package func verdict(on pod: Pod) -> Verdict? {
        guard view.snapshot.isComplete(.node), !view.snapshot.nodes.isEmpty else { return nil }
        let filter = PodFilter(pod, room, view.index)
        var obstacles: [(node: Symbol, obstacle: Obstacle)] = []
        var fitting: [Symbol] = []
        var heldBack: [Symbol] = []
        for node in view.snapshot.nodes {
            if let obstacle = filter.obstacle(on: node) {
                obstacles.append((node.metadata.name, obstacle))
                if knowsPods, obstacle == .cordoned,
                    filter.obstacle(on: node, ignoringCordon: true) == nil
                {
                    heldBack.append(node.metadata.name)
                }
            } else {
                fitting.append(node.metadata.name)
            }
        }
        return Verdict(
            obstacles: obstacles, fitting: fitting, heldBack: heldBack,
            request: filter.request, isCertain: knowsPods || fitting.isEmpty)
    }
}
