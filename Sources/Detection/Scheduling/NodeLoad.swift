package import ClusterModel

/// What the pods on each node request together, and how many they are. Pods that have ended hold
/// nothing.
package struct NodeLoad: Sendable {
    private var requested: [Symbol: [Symbol: Int64]] = [:]
    private var counts: [Symbol: Int] = [:]

    package init(_ pods: [Pod]) {
        // Pods of one template follow each other, and share their specification.
        var last: (spec: PodSpec, request: PodRequest)?
        for pod in pods where !pod.spec.nodeName.isEmpty && !pod.isFinished {
            let request =
                last.flatMap { $0.spec.isAlike(pod.spec) ? $0.request : nil }
                ?? PodRequest(pod.spec)
            last = (pod.spec, request)
            requested[pod.spec.nodeName, default: [:]]
                .merge(request.amounts, uniquingKeysWith: PodRequest.sum)
            counts[pod.spec.nodeName, default: 0] += 1
        }
    }

    /// By resource, in thousandths of the unit.
    package func requested(on node: Symbol) -> [Symbol: Int64] { requested[node] ?? [:] }

    package func podCount(on node: Symbol) -> Int { counts[node] ?? 0 }
}
