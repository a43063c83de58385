internal import ClusterModel
internal import Detection
internal import KubeClient
internal import StructuredData

/// One look at one shadow namespace.
struct Observation: Sendable {
    let moment: Timestamp
    let view: ClusterView
    let incidents: [Incident]
    let rollouts: [RolloutProgress]

    /// - Parameter documents: all that the namespace has, as lists of the API.
    init(
        _ documents: [Kind: [JSONValue]], _ workloads: [ObjectKey], in namespace: Symbol,
        now: Timestamp
    ) throws {
        var snapshot = Snapshot()
        for (kind, list) in documents {
            for document in list {
                try readDocument(document.bytes(.json), source: "\(kind.plural)") {
                    try snapshot.read(kind, from: &$0, filter: ObjectFilter())
                }
            }
            snapshot.setCoverage(Coverage(kind, .complete, count: list.count))
        }
        snapshot.namespacesRead = [namespace]
        snapshot.normalize()
        var settings = DetectionSettings()
        // Nothing here has a past that would excuse it: what lasts is told from what passes by
        // looking again.
        settings.grace = 0
        // The shadow's own policy lets nothing out.
        settings.disabledRules = ["NetworkPolicyBlocking", "DNSFailure"]
        moment = now
        view = ClusterView(ClusterIndex(snapshot), now: now, settings: settings)
        incidents = Detection.incidents(in: view)
        rollouts = workloads.map { RolloutProgress($0, in: snapshot) }
    }

    var isRolledOut: Bool { rollouts.allSatisfy(\.isDone) }

    var restarts: Int {
        view.snapshot.pods.reduce(0) { sum, pod in
            pod.status.containerStatuses.reduce(sum) { $0 + $1.restartCount }
        }
    }

    var pods: [Pod] { view.snapshot.pods.filter { !$0.isFinished && !$0.metadata.isTerminating } }
}

/// How far the pods of a workload are.
struct RolloutProgress: Sendable, Equatable {
    let workload: ObjectKey
    let isDone: Bool
    /// `1 of 2 ready`, `not there yet`.
    let text: String

    init(_ workload: ObjectKey, isDone: Bool, _ text: String) {
        self.workload = workload
        self.isDone = isDone
        self.text = text
    }

    init(_ key: ObjectKey, in snapshot: Snapshot) {
        switch key.kind {
        case .deployment:
            self.init(key, snapshot.deployments.first { $0.key == key }.map(Self.count))
        case .statefulSet:
            self.init(key, snapshot.statefulSets.first { $0.key == key }.map(Self.count))
        case .daemonSet:
            self.init(key, snapshot.daemonSets.first { $0.key == key }.map(Self.count))
        case .job: self.init(key, snapshot.jobs.first { $0.key == key }.map(Self.count))
        default: self.init(key, nil)
        }
    }

    private init(_ key: ObjectKey, _ count: Count?) {
        guard let count else {
            self.init(key, isDone: false, "not there yet")
            return
        }
        self.init(
            key, isDone: count.isObserved && count.ready >= count.wanted && count.isCurrent,
            count.isObserved
                ? "\(count.ready) of \(count.wanted) \(key.kind == .job ? "done" : "ready")"
                : "not begun yet")
    }

    var description: String { "\(workload.kind.name) \(workload.name): \(text)" }

    private struct Count {
        var isObserved: Bool
        var wanted: Int
        var ready: Int
        /// No pod of an earlier template is left.
        var isCurrent = true
    }

    private static func count(_ deployment: Deployment) -> Count {
        let status = deployment.status
        let wanted = deployment.spec.replicas ?? 1
        return Count(
            isObserved: status.observedGeneration >= deployment.metadata.generation,
            wanted: wanted, ready: min(status.availableReplicas, status.updatedReplicas),
            isCurrent: status.replicas == status.updatedReplicas)
    }

    private static func count(_ statefulSet: StatefulSet) -> Count {
        let status = statefulSet.status
        return Count(
            isObserved: status.observedGeneration >= statefulSet.metadata.generation,
            wanted: statefulSet.spec.replicas ?? 1, ready: status.readyReplicas,
            isCurrent: status.currentRevision == status.updateRevision)
    }

    private static func count(_ daemonSet: DaemonSet) -> Count {
        let status = daemonSet.status
        return Count(
            isObserved: status.observedGeneration >= daemonSet.metadata.generation,
            wanted: status.desiredNumberScheduled,
            ready: min(status.numberReady, status.updatedNumberScheduled))
    }

    private static func count(_ job: Job) -> Count {
        Count(
            isObserved: true, wanted: job.spec.completions ?? 1, ready: job.status.succeeded)
    }
}

/// Looks at the namespaces of an environment.
struct Observer: Sendable {
    let objects: LiveObjects
    static let kinds: [Kind] = [
        .configMap, .daemonSet, .deployment, .event, .job, .limitRange, .pod, .replicaSet,
        .resourceQuota, .service, .serviceAccount, .statefulSet,
    ]

    func look(
        at namespace: String, _ workloads: [ObjectKey], now: Timestamp
    ) async throws -> Observation {
        let space = Symbol(namespace)
        let found = try await withThrowingTaskGroup(of: (Kind, [JSONValue]).self) { group in
            for kind in Self.kinds where objects.has(kind) {
                group.addTask { (kind, try await objects.documents(kind, in: namespace)) }
            }
            return try await group.reduce(into: [Kind: [JSONValue]]()) { $0[$1.0] = $1.1 }
        }
        let keys = workloads.map { ObjectKey($0.kind, space, $0.name) }
        return try Observation(found, keys, in: space, now: now)
    }
}
