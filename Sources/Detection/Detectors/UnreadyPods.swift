package import ClusterModel

/// The pods of a workload that do not serve: what suffers when it lacks replicas, and what may
/// explain it.
struct UnreadyPods: Sendable {
    let pods: [Pod]

    init(of workload: ObjectKey, in view: ClusterView) {
        pods = view.index.pods(ofWorkload: workload).filter { !$0.isReady && !$0.isFinished }
    }

    var keys: [ObjectKey] { pods.map(\.key) }

    /// The pods and, after them, their nodes.
    func explanations(in view: ClusterView) -> [ObjectKey] {
        keys + Set(pods.flatMap(view.foundations)).sorted()
    }

    /// Since when the first of them has been missing; not set for none. Pods on their way out are
    /// already being replaced and do not count.
    var since: Timestamp { live.map(\.absentSince).min() ?? Timestamp() }

    /// True if nothing but pods that still start up, within what their probes allow, is amiss.
    func areStarting(in view: ClusterView) -> Bool {
        !live.isEmpty && live.allSatisfy { $0.isStarting(in: view) }
    }

    private var live: [Pod] { pods.filter(\.isLive) }
}

extension Pod {
    /// Since when it has not been ready, from its creation on, or is to be gone; not set while it is
    /// ready.
    var absentSince: Timestamp {
        if metadata.isTerminating { return metadata.deletionTimestamp }
        if isReady { return Timestamp() }
        return unreadySince.isSet ? unreadySince : metadata.creationTimestamp
    }

    /// True while each container that is not ready runs, and its probes still allow it.
    func isStarting(in view: ClusterView) -> Bool {
        let waiting = containerViews.filter { !$0.status.ready && !$0.isInit }
        return !waiting.isEmpty
            && waiting.allSatisfy { container in
                let started = container.status.state.running?.startedAt ?? Timestamp()
                return started.isSet && view.age(started) <= container.probeAllowance
            }
    }

    /// How it is in a word, or two: `ImagePullBackOff`, `Pending`, `Running, not ready`.
    package var stateText: String {
        if metadata.isTerminating { return "terminating" }
        let waiting = containerViews.lazy.map(\.waitingReason).first { !$0.isEmpty }
        if let waiting { return waiting.string }
        return status.phase == "Running" ? "running, not ready" : status.phase.string
    }
}

extension ClusterView {
    /// The newest word of a controller that it could not create a pod.
    func creationFailure(of workload: some Workload) -> Event? {
        events(about: workload.key, createdAt: workload.metadata.creationTimestamp)
            .last { $0.reason == "FailedCreate" }
    }
}
