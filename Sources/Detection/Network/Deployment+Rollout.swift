package import ClusterModel

extension Deployment {
    /// True while a roll-out is under way and inside its deadline: then missing replicas are what
    /// was asked for.
    package func isRollingOut(at now: Timestamp) -> Bool {
        guard let progress = status.condition("Progressing"), progress.status == "True",
            progress.reason != "NewReplicaSetAvailable"
        else { return false }
        let since = max(progress.lastUpdateTime, progress.lastTransitionTime)
        // 600 is the API's default; the largest Int32 stands for "no deadline".
        return now.since(since) <= (spec.progressDeadlineSeconds ?? 600)
    }
}
