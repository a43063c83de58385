import ClusterModel

/// CronJobs that do not do what they are for: a schedule that is invalid or never due, Jobs that
/// fail one after another, runs that never came, and those that are suspended.
///
/// - Exceptions: a single failed Job, which is JobFailed; runs skipped because the one before still
///   runs and may not be run beside; a CronJob made or changed since it was last due.
/// - Severity: medium.
/// - Evidence: the schedule, the failed Jobs' conditions, the last run and the last success.
enum CronJobFailingDetector: Detector {
    static let rule = Rule(
        "AEG-306", .cronJobFailing, .medium, layer: .workload,
        "a CronJob is never due, keeps failing, misses its runs or is suspended")

    static func findings(in view: ClusterView) -> [Finding] {
        view.snapshot.cronJobs.compactMap { cronJob in
            trouble(of: cronJob, in: view).map { finding(in: view, cronJob, $0) }
        }
    }

    /// True if the failures of the CronJob's Jobs are reported here, as one incident.
    static func reportsFailures(of key: ObjectKey, in view: ClusterView) -> Bool {
        guard !view.settings.isDisabled(rule), let place = view.index.position(of: key),
            case .failing = trouble(of: view.snapshot.cronJobs[place], in: view)
        else { return false }
        return true
    }

    private static func trouble(of cronJob: CronJob, in view: ClusterView) -> CronJobTrouble? {
        let schedule: CronSchedule
        do {
            schedule = try CronSchedule(cronJob.spec.schedule.string)
        } catch {
            return .invalid(error)
        }
        guard schedule.next(after: view.now) != nil else { return .neverDue }
        if cronJob.spec.suspend { return .suspended }
        if let history = cronJob.repeatedFailures(in: view) { return .failing(history) }
        return cronJob.missedRun(schedule, in: view).map { .missed(since: $0) }
    }

    private static func finding(
        in view: ClusterView, _ cronJob: CronJob, _ trouble: CronJobTrouble
    ) -> Finding {
        var failures: [Job] = []
        if case .failing(let history) = trouble { failures = history.failures }
        let pods = failures.flatMap { view.index.pods(ownedBy: $0.key) }
        let end = JobPodEnd(failures.first.map { view.index.pods(ownedBy: $0.key) } ?? [])
        let warning = view.events(
            about: cronJob.key, createdAt: cronJob.metadata.creationTimestamp
        ).last { $0.type == "Warning" }
        return Finding(
            rule, on: cronJob.key, cause: Cause(cronJob.key),
            title: .title(trouble), message: .message(cronJob, trouble, end),
            since: trouble.since,
            evidence: cronJob.evidence(trouble) + (end?.evidence ?? [])
                + (warning.map { [$0.evidence(on: cronJob.key)] } ?? []),
            explainedBy: failures.map(\.key) + pods.map(\.key), affected: failures.map(\.key))
    }
}

/// What is wrong with a CronJob.
private enum CronJobTrouble {
    case invalid(CronError)
    case neverDue
    case suspended
    case failing(CronJobHistory)
    /// It has been due since then, and was not run.
    case missed(since: Timestamp)

    var since: Timestamp {
        switch self {
        case .invalid, .neverDue, .suspended: Timestamp()
        case .failing(let history): history.failures.last?.finishedAt ?? Timestamp()
        case .missed(let since): since
        }
    }
}

extension CronJob {
    /// A moment since which it has come due and was not run; nil if it ran.
    fileprivate func missedRun(_ schedule: CronSchedule, in view: ClusterView) -> Timestamp? {
        // A run that goes on is not run beside, and so not written down.
        if spec.concurrencyPolicy == "Forbid", !status.active.isEmpty { return nil }
        let deadline = max(0, spec.startingDeadlineSeconds ?? 0)
        let settled = view.now.adding(seconds: -view.settings.grace).adding(seconds: -deadline)
        guard let due = surelyDue(schedule, by: settled),
            max(changedAt, status.lastScheduleTime) < due
        else { return nil }
        let newest = view.index.jobs(ownedBy: key).map(\.metadata.creationTimestamp).max()
        return newest.map { $0 < due } ?? true ? due : nil
    }

    fileprivate func evidence(_ trouble: CronJobTrouble) -> [Evidence] {
        let schedule = Evidence(key, "spec.schedule", spec.schedule.string)
        switch trouble {
        case .invalid(let error):
            return [Evidence(key, "spec.schedule", spec.schedule.string, note: "\(error)")]
        case .neverDue: return [schedule]
        case .suspended: return [Evidence(key, "spec.suspend", "true")]
        case .missed:
            return [
                schedule,
                Evidence(key, "status.lastScheduleTime", status.lastScheduleTime.orNever),
            ]
        case .failing(let history):
            return [Evidence(key, "status.lastSuccessfulTime", history.lastSuccess.orNever)]
                + history.failures.prefix(3).compactMap { job in
                    job.failure.map {
                        Evidence(
                            job.key, "status.conditions[\($0.place)].reason",
                            $0.condition.reason.string, note: $0.condition.message.excerpt)
                    }
                }
        }
    }
}

extension Timestamp {
    fileprivate var orNever: String { isSet ? rfc3339 : "never" }
}

extension String {
    fileprivate static func title(_ trouble: CronJobTrouble) -> String {
        switch trouble {
        case .invalid: return "the schedule is invalid"
        case .neverDue: return "the schedule never comes due"
        case .suspended: return "the CronJob is suspended"
        case .missed: return "the schedule has come due, but no job was started"
        case .failing(let history):
            let count = history.failures.count
            return count == 1 ? "the last job failed" : "the last \(count) jobs failed"
        }
    }

    fileprivate static func message(
        _ cronJob: CronJob, _ trouble: CronJobTrouble, _ end: JobPodEnd?
    ) -> String {
        let key = cronJob.key
        let schedule = "schedule \"\(cronJob.spec.schedule)\""
        switch trouble {
        case .invalid(let error):
            return "\(key) never runs: its \(schedule) is invalid, since \(error)."
        case .neverDue:
            return "\(key) never runs: no day of the calendar fits its \(schedule)."
        case .suspended:
            return "\(key) is suspended; it last ran \(cronJob.status.lastScheduleTime.orNever)."
        case .missed:
            return "\(key) has come due by its \(schedule), but no job was started; it last ran "
                + "\(cronJob.status.lastScheduleTime.orNever)."
        case .failing(let history):
            let reason = history.failures.first?.failure?.condition.reason ?? .empty
            return "\(key) keeps failing: \(title(trouble)) (\(reason))"
                + (end.map { ", where \($0.text)" } ?? "")
                + "; it last succeeded \(history.lastSuccess.orNever)."
        }
    }
}
