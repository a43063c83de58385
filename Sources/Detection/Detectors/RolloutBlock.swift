package import ClusterModel

/// Why a Deployment's rollout does not go on.
package enum RolloutBlock: Sendable {
    /// Its controller has not looked at the present specification.
    case unobserved
    /// Pods cannot be created: the condition's place and what it says.
    case refused(Int, DeploymentCondition)
    /// The progress deadline has passed.
    case timedOut(Int, DeploymentCondition)
    /// Held on purpose, with pods of two templates.
    case paused(since: Timestamp)
}

extension Deployment {
    /// What blocks the rollout; nil for one that is done, or under way within its deadline.
    package func rolloutBlock(in view: ClusterView) -> RolloutBlock? {
        guard isObserved else {
            return view.age(newestMoment) > view.settings.grace ? .unobserved : nil
        }
        if let (place, failure) = condition("ReplicaFailure", "True"), lacksPods,
            !failure.isOthersBusiness, view.age(failure.lastTransitionTime) > view.settings.grace
        {
            return .refused(place, failure)
        }
        if let (place, progress) = condition("Progressing", "False"),
            progress.reason == "ProgressDeadlineExceeded", !isComplete
        {
            return .timedOut(place, progress)
        }
        let since = pausedSince
        if spec.paused, status.updatedReplicas < status.replicas, view.age(since) >= deadline {
            return .paused(since: since)
        }
        return nil
    }

    package var isObserved: Bool { status.observedGeneration >= metadata.generation }

    /// Seconds; the API server's default where a manifest names none.
    var deadline: Int { spec.progressDeadlineSeconds ?? 600 }

    func condition(_ type: Symbol, _ status: Symbol) -> (Int, DeploymentCondition)? {
        let place = self.status.conditions.firstIndex { $0.type == type && $0.status == status }
        return place.map { ($0, self.status.conditions[$0]) }
    }

    private var lacksPods: Bool { status.replicas < desiredReplicas ?? 1 }

    private var isComplete: Bool {
        let desired = desiredReplicas ?? 1
        return status.updatedReplicas >= desired && status.availableReplicas >= desired
            && status.replicas <= status.updatedReplicas
    }

    /// Pausing is written down as a condition; what was changed since then has its own date.
    private var pausedSince: Timestamp {
        max(condition("Progressing", "Unknown")?.1.lastUpdateTime ?? Timestamp(), changedAt)
    }

    /// The last sign of life, of those who change it and of its controller.
    private var newestMoment: Timestamp {
        status.conditions.reduce(changedAt) { max($0, $1.lastUpdateTime, $1.lastTransitionTime) }
    }
}

extension DeploymentCondition {
    /// True if a quota, a LimitRange or a missing ServiceAccount refuses the pods: the incident is
    /// on those.
    fileprivate var isOthersBusiness: Bool {
        MessageText(message).says("exceeded quota", "usage per ", "serviceaccount \"")
    }
}
