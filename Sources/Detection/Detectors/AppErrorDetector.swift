import ClusterModel

/// Containers that ended with an error and are not started again.
///
/// - Exceptions: pods of a Job, which are the Job's business (JobFailed); pods ended from outside
///   (evicted, preempted, shut down with their node); containers that will be restarted
///   (CrashLoopBackOff); init containers and sidecars; pods being deleted.
/// - Severity: medium.
/// - Evidence: the pod's phase, the termination with exit code, signal and reason.
enum AppErrorDetector: Detector {
    static let rule = Rule(
        "AEG-103", .appError, .medium, layer: .container,
        "a container ended with an error and is not started again")

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.staysEnded ? pod.containerViews.compactMap { finding(in: view, pod, $0) } : []
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard !container.isInit, let end = container.status.state.terminated, end.exitCode != 0,
            end.reason != "ContainerStatusUnknown"
        else { return nil }
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.name.string),
            title: .title(container, end), message: .message(view, pod, container, end),
            since: end.finishedAt,
            evidence: [Evidence(pod.key, "status.phase", pod.status.phase.string)]
                + container.endEvidence(in: pod),
            explainedBy: view.foundations(of: pod))
    }
}

extension Pod {
    /// True if a container of it that has ended will not be started again.
    fileprivate var staysEnded: Bool {
        if metadata.isTerminating || isOfJob || wasEndedFromOutside { return false }
        return status.phase == "Failed" || spec.restartPolicy == "Never"
    }
}

extension String {
    fileprivate static func title(
        _ container: ContainerView, _ end: ContainerStateTerminated
    ) -> String {
        "container \"\(container.name)\" ended with exit code \(end.exitCode) for good"
    }

    fileprivate static func message(
        _ view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ end: ContainerStateTerminated
    ) -> String {
        let ago = end.finishedAt.isSet ? " \(ageText(view.age(end.finishedAt))) ago" : ""
        let deadline =
            pod.status.reason == "DeadlineExceeded"
            ? " The pod was stopped: it ran past its activeDeadlineSeconds." : ""
        let policy =
            pod.spec.restartPolicy.isEmpty ? "" : " (restartPolicy \(pod.spec.restartPolicy))"
        return "Container \"\(container.name)\" of \(pod.key) ended\(ago) with \(end.summary) "
            + "and is not started again\(policy).\(deadline)"
    }
}
