import ClusterModel

/// Deployments and ReplicaSets that lack replicas, and workloads scaled to zero although traffic
/// is expected to reach them.
///
/// - Exceptions: a rollout within its progress deadline, and one that has stopped, which is
///   RolloutStuck; pods that have been missing for less than the grace; zero replicas where other
///   pods serve the Service, where an HPA, KEDA or a downscaler scales to zero, or where another
///   controller owns the workload.
/// - Severity: medium; high if nothing is available.
/// - Evidence: the replicas wanted and available, the condition that says so; for zero replicas the
///   Services, Ingresses and HPAs that expect some.
enum ReplicaMismatchDetector: Detector {
    static let rule = Rule(
        "AEG-302", .replicaMismatch, .medium, layer: .workload,
        "a workload lacks replicas, or has none although traffic is expected")

    static func findings(in view: ClusterView) -> [Finding] {
        let deployments = view.snapshot.deployments.compactMap { shortage(in: view, $0) }
        let replicaSets = view.snapshot.replicaSets.compactMap { shortage(in: view, $0) }
        return (deployments + replicaSets).map { finding(in: view, $0) }
            + ScaledToZero.findings(in: view)
    }

    private static func shortage(in view: ClusterView, _ deployment: Deployment) -> Shortage? {
        let (desired, status) = (deployment.desiredReplicas ?? 1, deployment.status)
        guard status.availableReplicas < desired,
            deployment.isObserved, !deployment.isRollingOut(at: view.now),
            deployment.rolloutBlock(in: view) == nil
        else { return nil }
        var shortage = Shortage(
            deployment.key, desired: desired, available: status.availableReplicas, in: view)
        shortage.conditions = [
            deployment.condition("ReplicaFailure", "True"),
            deployment.condition("Available", "False"),
        ].compactMap { $0.flatMap { ShortageReason($0, $1.message) } }
        shortage.since =
            [
                deployment.condition("Available", "False")?.1.lastTransitionTime,
                shortage.unready.since,
                deployment.condition("ReplicaFailure", "True")?.1.lastTransitionTime,
                // With all pods known, none of them missing or unready, it is a matter of moments.
                view.snapshot.isComplete(.pod, in: deployment.metadata.namespace)
                    ? nil : deployment.newestProgress,
            ].lazy.compactMap(\.self).first(where: \.isSet) ?? Timestamp()
        return shortage.lasts(in: view, allowance: deployment.spec.minReadySeconds)
    }

    private static func shortage(in view: ClusterView, _ replicaSet: ReplicaSet) -> Shortage? {
        let desired = replicaSet.desiredReplicas ?? 1
        let available = replicaSet.status.availableReplicas
        // Those of a Deployment are its business.
        guard available < desired, replicaSet.metadata.controllerKey == nil else { return nil }
        var shortage = Shortage(replicaSet.key, desired: desired, available: available, in: view)
        shortage.conditions = replicaSet.status.conditions.enumerated()
            .filter { $0.element.type == "ReplicaFailure" && $0.element.status == "True" }
            .compactMap { ShortageReason($0.offset, $0.element.message) }
        shortage.since =
            shortage.unready.since.isSet
            ? shortage.unready.since : replicaSet.metadata.creationTimestamp
        return shortage.lasts(in: view, allowance: replicaSet.spec.minReadySeconds)
    }

    private static func finding(in view: ClusterView, _ shortage: Shortage) -> Finding {
        let key = shortage.workload
        return Finding(
            rule, on: key, cause: Cause(key), severity: shortage.available > 0 ? .medium : .high,
            title: shortage.title, message: .message(shortage, age: view.age(shortage.since)),
            since: shortage.since,
            evidence: [
                Evidence(key, "status.availableReplicas", "\(shortage.available)"),
                Evidence(key, "spec.replicas", "\(shortage.desired)"),
            ]
                + shortage.conditions.map {
                    Evidence(key, "status.conditions[\($0.place)].message", $0.message.excerpt)
                },
            explainedBy: shortage.unready.explanations(in: view), affected: shortage.unready.keys)
    }
}

/// Replicas that a workload wants and does not have.
private struct Shortage {
    let workload: ObjectKey
    let desired: Int
    let available: Int
    let unready: UnreadyPods
    var conditions: [ShortageReason] = []
    var since = Timestamp()

    init(_ workload: ObjectKey, desired: Int, available: Int, in view: ClusterView) {
        self.workload = workload
        self.desired = desired
        self.available = available
        unready = UnreadyPods(of: workload, in: view)
    }

    /// Itself if it has lasted longer than the grace and what its pods are given besides.
    func lasts(in view: ClusterView, allowance: Int) -> Shortage? {
        if unready.areStarting(in: view) { return nil }
        return view.age(since) - view.settings.grace > allowance ? self : nil
    }

    var title: String {
        if desired == 1 { return "its only replica is not available" }
        return available == 0
            ? "none of \(desired) replicas is available"
            : "only \(available) of \(desired) replicas \(available == 1 ? "is" : "are") available"
    }
}

/// A condition that says why, and its place.
private struct ShortageReason {
    let place: Int
    let message: Symbol

    /// Nil without words.
    init?(_ place: Int, _ message: Symbol) {
        if message.isEmpty { return nil }
        self.place = place
        self.message = message
    }
}

extension Deployment {
    /// When it last got on, or was last changed.
    fileprivate var newestProgress: Timestamp {
        max(changedAt, status.condition("Progressing")?.lastUpdateTime ?? Timestamp())
    }
}

extension String {
    fileprivate static func message(_ shortage: Shortage, age: Int) -> String {
        let reason = shortage.conditions.first.map { ": \($0.message.excerpt)" } ?? "."
        return
            "\(shortage.workload) wants \(shortage.desired) \(shortage.desired == 1 ? "replica" : "replicas") and for \(ageText(age)) has "
            + "had \(shortage.available) available\(reason)"
    }
}
