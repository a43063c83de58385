import ClusterModel

extension Job {
    /// The condition that says it failed for good, and its place.
    var failure: (place: Int, condition: DatedCondition)? {
        let place = status.conditions.firstIndex { $0.type == "Failed" && $0.status == "True" }
        return place.map { ($0, status.conditions[$0]) }
    }

    /// When it was done, well or not; not set while it runs.
    var finishedAt: Timestamp {
        failure?.condition.lastTransitionTime ?? status.completionTime
    }
}

/// How the Jobs of a CronJob have ended of late.
struct CronJobHistory: Sendable {
    /// Those that failed since the last success, the newest first.
    let failures: [Job]
    let lastSuccess: Timestamp

    init(of cronJob: ObjectKey, in view: ClusterView) {
        let jobs = view.index.jobs(ownedBy: cronJob)
        let status = view.index.position(of: cronJob).map { view.snapshot.cronJobs[$0].status }
        let lastSuccess = jobs.reduce(status?.lastSuccessfulTime ?? Timestamp()) {
            $1.failure == nil ? max($0, $1.status.completionTime) : $0
        }
        failures = jobs.filter { $0.failure != nil && $0.finishedAt > lastSuccess }
            .sorted { $0.finishedAt > $1.finishedAt }
        self.lastSuccess = lastSuccess
    }
}

extension CronJob {
    /// The failures in a row that make it a CronJob that keeps failing: the last two Jobs or more;
    /// one, of which the history often keeps no more, if nothing has succeeded for three periods.
    func repeatedFailures(in view: ClusterView) -> CronJobHistory? {
        let history = CronJobHistory(of: key, in: view)
        if history.failures.count >= 2 { return history }
        guard history.failures.count == 1, let schedule = try? CronSchedule(spec.schedule.string)
        else { return nil }
        var moment = view.now
        for _ in 0..<3 {
            guard let due = schedule.previous(until: moment.adding(seconds: -60)) else {
                return nil
            }
            moment = due
        }
        return max(history.lastSuccess, metadata.creationTimestamp) < moment ? history : nil
    }
}
