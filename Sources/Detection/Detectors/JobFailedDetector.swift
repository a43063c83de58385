package import ClusterModel

/// Jobs that have failed for good: too many pods failed, the deadline passed, a policy ended them.
/// The incident on a CronJob's Job is on the CronJob.
///
/// - Exceptions: Jobs of a CronJob that keeps failing, which is CronJobFailing; a failure outside
///   the window after which the CronJob has succeeded.
/// - Severity: medium.
/// - Evidence: the condition, the pods failed, the retries allowed, how its last pod ended.
enum JobFailedDetector: Detector {
    static let rule = Rule(
        "AEG-305", .jobFailed, .medium, layer: .workload, "a Job has failed for good")

    static func findings(in view: ClusterView) -> [Finding] {
        let failed = view.snapshot.jobs.filter { $0.failure != nil }
        let byOwner = Dictionary(grouping: failed) { $0.metadata.controllerKey }
        return byOwner.flatMap { owner, jobs in
            guard let owner, owner.kind == .cronJob else { return jobs }
            return CronJobFailingDetector.reportsFailures(of: owner, in: view)
                ? [] : jobs.filter { matters($0, of: owner, in: view) }
        }
        .compactMap { finding(in: view, $0) }
    }

    private static func matters(_ job: Job, of owner: ObjectKey, in view: ClusterView) -> Bool {
        view.isRecent(job.finishedAt)
            || CronJobHistory(of: owner, in: view).lastSuccess < job.finishedAt
    }

    private static func finding(in view: ClusterView, _ job: Job) -> Finding? {
        guard let (place, condition) = job.failure else { return nil }
        let pods = view.index.pods(ownedBy: job.key)
        let end = JobPodEnd(pods)
        let owner = view.index.owners(of: job.metadata).last ?? job.key
        return Finding(
            rule, on: job.key, cause: Cause(owner), title: .title(condition),
            message: .message(job, condition, end), since: condition.lastTransitionTime,
            evidence: [
                Evidence(
                    job.key, "status.conditions[\(place)].reason", condition.reason.string,
                    note: condition.message.excerpt),
                Evidence(job.key, "status.failed", "\(job.status.failed)"),
            ] + job.limits + (end?.evidence ?? []),
            explainedBy: pods.map(\.key),
            affected: pods.filter { $0.status.phase != "Succeeded" }.map(\.key))
    }
}

/// How the pod of a Job that failed last came to its end.
package struct JobPodEnd: Sendable {
    package let pod: Pod
    package let container: ContainerView
    package let state: ContainerStateTerminated
    package let path: String

    /// Nil if no pod is left that failed.
    package init?(_ pods: [Pod]) {
        var last: (Pod, ContainerView, ContainerStateTerminated, String)?
        for pod in pods where pod.status.phase != "Succeeded" {
            for container in pod.containerViews {
                guard let (state, path) = container.lastEnd, state.exitCode != 0,
                    last.map({ $0.2.finishedAt < state.finishedAt }) ?? true
                else { continue }
                last = (pod, container, state, path)
            }
        }
        guard let last else { return nil }
        (pod, container, state, path) = last
    }

    var evidence: [Evidence] {
        [
            Evidence(pod.key, "\(path).exitCode", "\(state.exitCode)"),
            Evidence(pod.key, "\(path).reason", state.reason.string),
        ]
    }

    /// `container "migrate" of pod migrate-x7k2p exited with code 1 (Error)`.
    var text: String {
        "container \"\(container.name)\" of pod \(pod.metadata.name) exited with code "
            + "\(state.exitCode)" + (state.reason.isEmpty ? "" : " (\(state.reason))")
    }
}

extension Job {
    /// The limit it ran into.
    fileprivate var limits: [Evidence] {
        switch failure?.condition.reason ?? .empty {
        case "BackoffLimitExceeded":
            [Evidence(key, "spec.backoffLimit", "\(spec.backoffLimit ?? 6)")]
        case "DeadlineExceeded":
            spec.activeDeadlineSeconds.map {
                [Evidence(key, "spec.activeDeadlineSeconds", "\($0)")]
            } ?? []
        default: []
        }
    }
}

extension String {
    fileprivate static func title(_ condition: DatedCondition) -> String {
        switch condition.reason {
        case "BackoffLimitExceeded": "the job failed as often as its backoff limit allows"
        case "DeadlineExceeded": "the job took longer than its deadline"
        case "PodFailurePolicy": "the job was ended by its pod failure policy"
        default: "the job failed" + (condition.reason.isEmpty ? "" : ": \(condition.reason)")
        }
    }

    fileprivate static func message(
        _ job: Job, _ condition: DatedCondition, _ end: JobPodEnd?
    ) -> String {
        var text = "\(job.key) failed (\(condition.reason))"
        if !condition.message.isEmpty { text += ": \(condition.message.excerpt)" }
        if job.status.failed > 0 {
            text += "; \(job.status.failed) of its pods failed"
        }
        return text + (end.map { ", and last \($0.text)." } ?? ".")
    }
}
