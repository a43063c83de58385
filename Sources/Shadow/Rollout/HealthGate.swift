internal import Analysis
internal import ClusterModel
internal import Detection
internal import HTTP
internal import KubeClient

/// Lets a stage pass when its pods are ready and detection finds nothing new of the workload.
struct HealthGate: Sendable {
    private let observer: Observer
    private let throttle: Throttle
    private let options: StagedRollout.Options
    private let time: TimeSource
    /// A sixth of the minute for which peers and Leases are good.
    private static let checkInterval = Duration.seconds(10)
    /// What was the matter before.
    private let known: Set<String>

    init(
        _ objects: LiveObjects, _ throttle: Throttle, _ options: StagedRollout.Options,
        _ time: TimeSource
    ) async throws {
        observer = Observer(objects: objects)
        self.throttle = throttle
        self.options = options
        self.time = time
        let now = Timestamp(seconds: time.unixSeconds())
        let look = try await observer.look(
            at: throttle.key.namespace.string, [throttle.key], now: now)
        known = Set(look.incidents.map(\.likeness))
    }

    /// Waits until the stage has been well for the pause.
    /// - Parameter meanwhile: called now and then.
    /// - Returns: why it must not go on.
    func trouble(at stage: Int, meanwhile: () async throws -> Void) async throws -> String? {
        let start = time.now()
        var checkedAt = start
        var wellSince: Duration?
        var since: [String: Duration] = [:]
        while true {
            let now = Timestamp(seconds: time.unixSeconds())
            let look = try await observer.look(
                at: throttle.key.namespace.string, [throttle.key], now: now)
            let moment = time.now()
            let news = look.incidents.filter { !known.contains($0.likeness) && concerns($0, look) }
            let ids = Set(news.map(\.id))
            since = since.filter { ids.contains($0.key) }
            for id in ids where since[id] == nil { since[id] = moment }
            if let lasting = news.first(where: { incident in
                since[incident.id].map { moment - $0 >= .seconds(min(options.pause, 15)) } ?? false
            }) {
                return lasting.message
            }
            let isWell = news.isEmpty && isReady(look, stage)
            wellSince = isWell ? wellSince ?? moment : nil
            if let wellSince, moment - wellSince >= .seconds(options.pause) { return nil }
            if moment - start > .seconds(options.timeout) {
                return news.first?.message
                    ?? "the stage is not ready after \(options.timeout) s"
            }
            if moment - checkedAt >= Self.checkInterval {
                try await meanwhile()
                checkedAt = moment
            }
            try await time.sleep(.seconds(1))
        }
    }

    /// What has no pods of its own may harm any in its namespace.
    private func concerns(_ incident: Incident, _ look: Observation) -> Bool {
        if !throttle.key.kind.isRolledOut { return true }
        let touched = [incident.resource] + incident.owners + incident.affected
        return touched.contains { key in
            key == throttle.key
                || look.view.index.pod(key).map(look.view.index.workload) == throttle.key
        }
    }

    private func isReady(_ look: Observation, _ stage: Int) -> Bool {
        let counts = throttle.counts
        let isLast = counts.isEmpty || stage == counts.count - 1
        if isLast { return look.isRolledOut || !throttle.key.kind.isRolledOut }
        let wanted = counts[stage]
        // Until the controller has seen the write, the status is that of the pods before it.
        switch throttle.key.kind {
        case .deployment:
            let deployment = look.view.snapshot.deployments.first { $0.key == throttle.key }
            guard deployment?.isObserved == true else { return false }
            let sets = look.view.snapshot.replicaSets.filter {
                $0.metadata.controller?.name == throttle.key.name
            }
            guard throttle.changesTemplate else { return look.isRolledOut }
            let newest = sets.max {
                ($0.metadata.deploymentRevision ?? 0) < ($1.metadata.deploymentRevision ?? 0)
            }
            return (newest?.status.readyReplicas ?? 0) >= wanted
        case .statefulSet:
            guard throttle.changesTemplate else { return look.isRolledOut }
            let found = look.view.snapshot.statefulSets.first { $0.key == throttle.key }
            return found?.isObserved == true
                && (found?.status.updatedReplicas ?? 0) >= wanted
                && found?.status.readyReplicas == found?.spec.replicas ?? 1
        default: return true
        }
    }
}

extension StatefulSet {
    fileprivate var isObserved: Bool { status.observedGeneration >= metadata.generation }
}

extension Kind {
    /// Whether its objects have pods to wait for.
    fileprivate var isRolledOut: Bool {
        self == .deployment || self == .statefulSet || self == .daemonSet
    }
}
