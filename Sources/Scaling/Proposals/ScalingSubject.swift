import ClusterModel

/// A workload that can be sized, with what the snapshot knows of it.
struct ScalingSubject: Sendable {
    let key: ObjectKey
    let metadata: ObjectMeta
    let template: PodTemplate
    /// Nil where nobody sets the number: DaemonSets.
    let replicas: Int?
    /// Those that are to run.
    let pods: [Pod]

    init?(_ key: ObjectKey, _ index: ClusterIndex) {
        guard let place = index.position(of: key) else { return nil }
        let snapshot = index.snapshot
        switch key.kind {
        case .deployment: self.init(snapshot.deployments[place], index)
        case .statefulSet: self.init(snapshot.statefulSets[place], index)
        case .daemonSet: self.init(snapshot.daemonSets[place], index)
        default: return nil
        }
    }

    private init(_ workload: some Workload, _ index: ClusterIndex) {
        key = workload.key
        metadata = workload.metadata
        template = workload.template
        // A dump may hold any number; arithmetic relies on one that a cluster can have.
        replicas = workload.desiredReplicas.map { min(max($0, 0), 1_000_000) }
        pods = index.pods(ofWorkload: workload.key).filter {
            !$0.metadata.isTerminating && !["Succeeded", "Failed"].contains($0.status.phase)
        }
    }

    /// How many pods its sizes are multiplied with.
    var count: Int { replicas ?? pods.count }

    /// What one pod's containers request together; nil if one of them requests nothing.
    func request(_ resource: MeasuredResource) -> Double? {
        var sum = 0.0
        for container in template.spec.containers {
            guard let amount = container.resources.request(resource.name) else { return nil }
            sum += amount.amount
        }
        return sum
    }

    /// The annotation on the workload or its pods, without which nothing is applied.
    var isOptedIn: Bool {
        [metadata.annotations, template.metadata.annotations]
            .contains { $0["aegis.io/ai-scaling"] == "enabled" }
    }

    /// Kills for memory that the pods still remember, since `moment`.
    func memoryKills(of container: Symbol, since moment: Int64) -> [MemoryKill] {
        pods.flatMap { pod -> [MemoryKill] in
            let limit = pod.spec.containers.first { $0.name == container }?
                .resources.limits["memory"]
            return pod.status.containerStatuses.filter { $0.name == container }
                .flatMap { [$0.lastState.terminated, $0.state.terminated] }
                .compactMap { end in
                    guard let end, end.reason == "OOMKilled",
                        !end.finishedAt.isSet || end.finishedAt.seconds >= moment
                    else { return nil }
                    return MemoryKill(pod: pod.metadata.name, limit: limit, at: end.finishedAt)
                }
        }
    }
}

/// A container that was killed for its memory.
struct MemoryKill: Sendable {
    let pod: Symbol
    let limit: Quantity?
    let at: Timestamp
}
