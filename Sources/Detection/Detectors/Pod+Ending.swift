import ClusterModel

extension Pod {
    /// True if something else than its containers ended the pod: an eviction, a preemption, a
    /// shutdown of its node, a kubelet that would not take it. Its containers' exit codes then tell
    /// of that and not of the application.
    var wasEndedFromOutside: Bool {
        if status.condition("DisruptionTarget")?.status == "True" { return true }
        return !status.reason.isEmpty && status.reason != "DeadlineExceeded"
    }

    var isOfJob: Bool { metadata.controller?.kind == "Job" }

    /// True while its containers are to run: neither ended nor on its way out.
    var isLive: Bool { !isFinished && !metadata.isTerminating }
}
