import ClusterModel

/// Why a kubelet evicted a pod, from the pod's status message.
struct Eviction: Sendable {
    /// What ran short or was exceeded: `memory`, `ephemeral-storage`, `DiskPressure`, `emptyDir`.
    let resource: String
    /// True if the pod itself went over a limit of its own; its node was well.
    let isOwnLimit: Bool

    /// Messages of `pkg/kubelet/eviction`.
    init(message: Symbol) {
        let text = MessageText(message)
        if text.says("usage of emptydir volume") {
            (resource, isOwnLimit) = ("emptyDir", true)
        } else if text.says("exceeds the total limit", "exceeded its local ephemeral storage") {
            (resource, isOwnLimit) = ("ephemeral-storage", true)
        } else {
            let resource =
                text.text(after: "low on resource: ", until: ".")
                ?? text.text(after: "node had condition: ", until: ".")
            self.resource = resource.map { $0.trimmingBrackets } ?? "resources"
            isOwnLimit = false
        }
    }
}

extension Pod {
    var isEvicted: Bool { status.phase == "Failed" && status.reason == "Evicted" }

    /// When it was evicted, as nearly as it says.
    var evictedAt: Timestamp {
        let condition = status.condition("DisruptionTarget")?.lastTransitionTime ?? Timestamp()
        if condition.isSet { return condition }
        let ends = status.containerStatuses.compactMap { $0.state.terminated?.finishedAt }
        if let last = ends.filter(\.isSet).max() { return last }
        return status.startTime.isSet ? status.startTime : metadata.creationTimestamp
    }
}

extension String {
    /// `DiskPressure` of `[DiskPressure]`.
    fileprivate var trimmingBrackets: String { filter { $0 != "[" && $0 != "]" } }
}
