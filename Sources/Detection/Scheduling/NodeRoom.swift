package import ClusterModel

/// What is left on each node once every pod there has what it requests. Worked out once a snapshot.
package struct NodeRoom: Sendable {
    /// Free amounts by resource, in thousandths of the unit; may be below zero.
    private var free: [Symbol: [Symbol: Int64]] = [:]
    private var freePods: [Symbol: Int] = [:]

    package init(_ snapshot: Snapshot) {
        for node in snapshot.nodes {
            let amounts = node.status.allocatable.entries.map { ($0.name, $0.amount.milli) }
            free[node.metadata.name] = Dictionary(amounts, uniquingKeysWith: { first, _ in first })
            freePods[node.metadata.name] = Int(node.status.allocatable["pods"]?.value ?? 110)
        }
        // Pods of one template follow each other, and share their specification.
        var last: (spec: PodSpec, request: PodRequest)?
        for pod in snapshot.pods where !pod.spec.nodeName.isEmpty && !pod.isFinished {
            let request =
                last.flatMap { $0.spec.isAlike(pod.spec) ? $0.request : nil }
                ?? PodRequest(pod.spec)
            last = (pod.spec, request)
            for (name, amount) in request.amounts {
                free[pod.spec.nodeName]?[name, default: 0] &-= amount
            }
            freePods[pod.spec.nodeName]? -= 1
        }
    }

    package func free(_ resource: Symbol, on node: Symbol) -> Int64 { free[node]?[resource] ?? 0 }

    package func hasPodSlot(on node: Symbol) -> Bool { (freePods[node] ?? 0) > 0 }
}
