package import ClusterModel

/// What a pod sets aside on its node, in thousandths of each resource's unit.
///
/// As kube-scheduler's `noderesources/fit.go` and `component-helpers/resource`: the sum of the
/// containers and of the init containers that keep running, or the largest other init container
/// beside those started before it, whichever is more; then the overhead. Requests on the pod itself
/// (1.32) replace the sum.
package struct PodRequest: Hashable, Sendable {
    package private(set) var amounts: [Symbol: Int64] = [:]

    package init(_ spec: PodSpec) {
        var running: [Symbol: Int64] = [:]
        var starting: [Symbol: Int64] = [:]
        for container in spec.initContainers {
            let wanted = Self.requests(of: container.resources)
            if container.isSidecar {
                running.merge(wanted, uniquingKeysWith: Self.sum)
                starting.merge(running, uniquingKeysWith: max)
            } else {
                let beside = running.merging(wanted, uniquingKeysWith: Self.sum)
                starting.merge(beside, uniquingKeysWith: max)
            }
        }
        for container in spec.containers {
            running.merge(Self.requests(of: container.resources), uniquingKeysWith: Self.sum)
        }
        amounts = running.merging(starting, uniquingKeysWith: max)
        if let own = spec.resources {
            amounts.merge(Self.requests(of: own), uniquingKeysWith: { _, own in own })
        }
        let overhead = spec.overhead.entries.map { ($0.name, $0.amount.milli) }
        amounts.merge(overhead, uniquingKeysWith: Self.sum)
    }

    private static func requests(of resources: ResourceRequirements) -> [Symbol: Int64] {
        // A limit without a request is its request: the API server fills it in.
        var amounts: [Symbol: Int64] = [:]
        for entry in resources.limits.entries { amounts[entry.name] = entry.amount.milli }
        for entry in resources.requests.entries { amounts[entry.name] = entry.amount.milli }
        return amounts
    }

    /// Clamped: a hostile dump may ask for more than there are numbers.
    package static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}
