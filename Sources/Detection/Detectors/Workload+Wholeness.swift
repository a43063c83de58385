import ClusterModel

extension ClusterView {
    /// True if the workload has all the pods it wants, ready. A pod of its own is never replaced,
    /// so it is not; of a workload that is not in the snapshot nothing bad is supposed.
    func isWhole(_ workload: ObjectKey) -> Bool {
        guard let place = index.position(of: workload) else { return true }
        switch workload.kind {
        case .daemonSet:
            let status = snapshot.daemonSets[place].status
            return status.numberReady >= status.desiredNumberScheduled
        case .deployment:
            let deployment = snapshot.deployments[place]
            return deployment.status.readyReplicas >= deployment.desiredReplicas ?? 1
        case .job: return !snapshot.jobs[place].status.conditions.contains(where: \.isFailure)
        case .pod: return false
        case .replicaSet:
            let replicaSet = snapshot.replicaSets[place]
            return replicaSet.status.readyReplicas >= replicaSet.desiredReplicas ?? 1
        case .statefulSet:
            let statefulSet = snapshot.statefulSets[place]
            return statefulSet.status.readyReplicas >= statefulSet.desiredReplicas ?? 1
        default: return true
        }
    }
}

extension DatedCondition {
    fileprivate var isFailure: Bool { type == "Failed" && status == "True" }
}

/// The workloads that have a ready pod, gathered in one pass: asked for one by one, each Deployment
/// would go over the ReplicaSets of its namespace.
struct ReadyWorkloads {
    private var keys: Set<ObjectKey> = []

    init(_ view: ClusterView) {
        for pod in view.snapshot.pods where pod.isReady {
            keys.insert(pod.metadata.controllerKey ?? pod.key)
        }
        for replicaSet in view.snapshot.replicaSets { lift(replicaSet) }
        for job in view.snapshot.jobs { lift(job) }
    }

    private mutating func lift(_ object: some KubeObject) {
        if let owner = object.metadata.controllerKey, keys.contains(object.key) {
            keys.insert(owner)
        }
    }

    func contains(_ workload: ObjectKey) -> Bool { keys.contains(workload) }
}
