import ClusterModel

/// A controller that lacks pods because the API server refuses to create them.
struct CreationRefusal {
    let controller: ObjectKey
    /// The object a person manages.
    let owner: ObjectKey
    let message: Symbol
    let path: String
    let since: Timestamp
    /// True if the object itself says so now, not merely an event.
    let isStanding: Bool
    /// Whom the pods are to run as, and where the template says so.
    let serviceAccountName: Symbol
    let templatePath: String

    var evidence: Evidence { Evidence(controller, path, message.excerpt) }
}

/// The refusals of all controllers that still lack pods. A namespace that is being filled leaves
/// refusals behind which have long passed; those of controllers that have their pods do not count.
struct CreationRefusals {
    private let view: ClusterView

    init(_ view: ClusterView) { self.view = view }

    /// Those that `accept` says yes to: of each controller its condition, else the latest event.
    func filter(_ accept: (Symbol) -> Bool) -> [CreationRefusal] {
        let snapshot = view.snapshot
        return
            snapshot.deployments.compactMap { refusal($0, $0.createFailure, false, accept) }
            + snapshot.replicaSets.compactMap {
                $0.status.replicas < $0.desiredReplicas ?? 1
                    ? refusal($0, $0.createFailure, true, accept) : nil
            }
            + snapshot.statefulSets.compactMap {
                $0.status.replicas < $0.desiredReplicas ?? 1 ? refusal($0, nil, true, accept) : nil
            }
            + snapshot.daemonSets.compactMap {
                $0.status.currentNumberScheduled < $0.status.desiredNumberScheduled
                    ? refusal($0, nil, true, accept) : nil
            }
            + snapshot.jobs.compactMap { $0.lacksPods ? refusal($0, nil, true, accept) : nil }
    }

    /// - Parameter hasEvents: whether the controller writes such events itself.
    private func refusal(
        _ controller: some Workload, _ failure: CreateFailure?, _ hasEvents: Bool,
        _ accept: (Symbol) -> Bool
    ) -> CreationRefusal? {
        if let failure, accept(failure.message) {
            return make(controller, failure.message, failure.path, failure.since, true)
        }
        guard hasEvents else { return nil }
        let created = controller.metadata.creationTimestamp
        let event = view.events(about: controller.key, createdAt: created)
            .last { $0.reason == "FailedCreate" && accept($0.message) }
        return event.map {
            make(
                controller, $0.message, "events[reason=FailedCreate].message", $0.firstTimestamp,
                false)
        }
    }

    private func make(
        _ controller: some Workload, _ message: Symbol, _ path: String, _ since: Timestamp,
        _ isStanding: Bool
    ) -> CreationRefusal {
        CreationRefusal(
            controller: controller.key,
            owner: view.index.owners(of: controller.metadata).last ?? controller.key,
            message: message, path: path, since: since, isStanding: isStanding,
            serviceAccountName: controller.template.spec.serviceAccountName,
            templatePath: controller.templatePath)
    }
}

/// A refusal to create pods, as a controller's condition tells it.
private struct CreateFailure {
    let message: Symbol
    let path: String
    let since: Timestamp

    /// - Parameter conditions: type, status, message and time of each; two kinds have them in
    ///   two dialects.
    init?(_ conditions: [(Symbol, Symbol, Symbol, Timestamp)]) {
        guard
            let place = conditions.firstIndex(where: { $0.0 == "ReplicaFailure" && $0.1 == "True" })
        else { return nil }
        message = conditions[place].2
        path = "status.conditions[\(place)].message"
        since = conditions[place].3
    }
}

extension ReplicaSet {
    fileprivate var createFailure: CreateFailure? {
        CreateFailure(
            status.conditions.map { ($0.type, $0.status, $0.message, $0.lastTransitionTime) })
    }
}

extension Deployment {
    fileprivate var createFailure: CreateFailure? {
        CreateFailure(
            status.conditions.map { ($0.type, $0.status, $0.message, $0.lastTransitionTime) })
    }
}

extension Job {
    /// True while it is to run and has no pod, and has not had enough of them.
    fileprivate var lacksPods: Bool {
        let isOver = status.conditions.contains {
            ($0.type == "Complete" || $0.type == "Failed" || $0.type == "Suspended")
                && $0.status == "True"
        }
        return !isOver && !spec.suspend && status.active == 0
            && status.succeeded < spec.completions ?? 1
    }
}
