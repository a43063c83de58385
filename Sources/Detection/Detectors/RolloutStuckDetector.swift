import ClusterModel

/// Deployments whose rollout has stopped on the way: the progress deadline has passed, pods are
/// refused, it is paused between two templates, or its controller does not look at it.
///
/// - Exceptions: a rollout within its progress deadline; a quota or a missing ServiceAccount, which
///   are incidents of their own; a pause shorter than the deadline, or with nothing to roll out.
/// - Severity: high.
/// - Evidence: the condition that says so, the replicas updated and available, the deadline.
enum RolloutStuckDetector: Detector {
    static let rule = Rule(
        "AEG-301", .rolloutStuck, .high, layer: .workload,
        "a Deployment's rollout has stopped before its end")

    static func findings(in view: ClusterView) -> [Finding] {
        view.snapshot.deployments.compactMap { deployment in
            deployment.rolloutBlock(in: view).map { finding(in: view, deployment, $0) }
        }
    }

    private static func finding(
        in view: ClusterView, _ deployment: Deployment, _ block: RolloutBlock
    ) -> Finding {
        let unready = UnreadyPods(of: deployment.key, in: view)
        return Finding(
            rule, on: deployment.key, cause: Cause(deployment.key), title: .title(block),
            message: .message(deployment, block), since: block.since,
            evidence: evidence(deployment, block), explainedBy: unready.explanations(in: view),
            affected: unready.keys)
    }

    private static func evidence(_ deployment: Deployment, _ block: RolloutBlock) -> [Evidence] {
        let (key, status) = (deployment.key, deployment.status)
        let replicas = [
            Evidence(key, "status.updatedReplicas", "\(status.updatedReplicas)"),
            Evidence(key, "status.availableReplicas", "\(status.availableReplicas)"),
        ]
        switch block {
        case .unobserved:
            return [
                Evidence(key, "status.observedGeneration", "\(status.observedGeneration)"),
                Evidence(key, "metadata.generation", "\(deployment.metadata.generation)"),
            ]
        case .refused(let place, let condition):
            return condition.evidence(on: key, place) + replicas
        case .timedOut(let place, let condition):
            let deadline = Evidence(key, "spec.progressDeadlineSeconds", "\(deployment.deadline)")
            return condition.evidence(on: key, place) + replicas + [deadline]
        case .paused:
            return [Evidence(key, "spec.paused", "true")] + replicas
                + [Evidence(key, "status.replicas", "\(status.replicas)")]
        }
    }
}

extension DeploymentCondition {
    fileprivate func evidence(on key: ObjectKey, _ place: Int) -> [Evidence] {
        [
            Evidence(key, "status.conditions[\(place)].reason", reason.string),
            Evidence(key, "status.conditions[\(place)].message", message.excerpt),
        ]
    }
}

extension RolloutBlock {
    fileprivate var since: Timestamp {
        switch self {
        case .unobserved: Timestamp()
        case .refused(_, let condition), .timedOut(_, let condition): condition.lastTransitionTime
        case .paused(let since): since
        }
    }
}

extension String {
    fileprivate static func title(_ block: RolloutBlock) -> String {
        switch block {
        case .unobserved: "the controller has not taken up its latest change"
        case .refused: "pods of the rollout cannot be created"
        case .timedOut: "the rollout exceeded its progress deadline"
        case .paused: "the rollout is paused half-way"
        }
    }

    fileprivate static func message(_ deployment: Deployment, _ block: RolloutBlock) -> String {
        let (key, status) = (deployment.key, deployment.status)
        switch block {
        case .unobserved:
            return "\(key) is at generation \(deployment.metadata.generation), but its controller "
                + "has only seen \(status.observedGeneration): does kube-controller-manager run?"
        case .refused(_, let condition):
            return "\(key) has \(status.replicas) of \(deployment.desiredReplicas ?? 1) pods, and "
                + "creating more is refused (\(condition.reason)): \(condition.message.excerpt)"
        case .timedOut(_, let condition):
            return "\(key) made no progress within its deadline of \(deployment.deadline) s: "
                + "\(status.updatedReplicas) of \(deployment.desiredReplicas ?? 1) replicas are "
                + "updated and \(status.availableReplicas) available. \(condition.message.excerpt)"
        case .paused:
            return "\(key) is paused with \(status.updatedReplicas) of \(status.replicas) pods on "
                + "its present template; the rest waits until the rollout is resumed."
        }
    }
}
