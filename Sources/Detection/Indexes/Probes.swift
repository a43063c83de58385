package import ClusterModel
package import StructuredData

/// The cluster in three numbers, as gauges and `index dump --probes` have them. Nil is what could
/// not be read at all; of what could be read in part, what was read is counted.
package struct Probes: Message, Hashable {
    package static let kindName = "Probes"

    package var podCount: Int?
    /// Pods that neither run with everything ready nor have finished well.
    package var unhealthyPodCount: Int?
    package var deploymentCount: Int?

    /// The kinds that are counted.
    package static let kinds: [Kind] = [.pod, .deployment]

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package init(_ snapshot: Snapshot) {
        if snapshot.wasRead(.pod) {
            podCount = snapshot.pods.count
            unhealthyPodCount = snapshot.pods.count { !$0.isHealthy }
        }
        if snapshot.wasRead(.deployment) { deploymentCount = snapshot.deployments.count }
    }

    /// By the names that metrics have.
    package var values: [(name: String, value: Int?)] {
        [
            ("pod_count", podCount), ("unhealthy_pod_count", unhealthyPodCount),
            ("deployment_count", deploymentCount),
        ]
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("pod_count", 1, &podCount)
        try visit.field("unhealthy_pod_count", 2, &unhealthyPodCount)
        try visit.field("deployment_count", 3, &deploymentCount)
    }
}

extension Pod {
    /// True for a pod that does its work: finished well, or runs and is ready. Restarts of the past
    /// do not count; a pod on its way out counts as long as it is ready.
    package var isHealthy: Bool {
        if status.phase == "Succeeded" { return true }
        return status.phase == "Running"
            && (status.condition("Ready").map { $0.status == "True" }
                ?? (!status.containerStatuses.isEmpty
                    && status.containerStatuses.allSatisfy(\.ready)))
    }
}

extension Snapshot {
    fileprivate func wasRead(_ kind: Kind) -> Bool {
        switch coverage[kind]?.state {
        case .complete, .partial: true
        case .forbidden, .absent, .failed, nil: false
        }
    }
}
