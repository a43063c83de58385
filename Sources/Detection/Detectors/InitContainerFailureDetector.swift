import ClusterModel

/// Init containers that fail, so that the pod's own containers never start.
///
/// - Exceptions: sidecars (CrashLoopBackOff); failed pods of a Job, which are the Job's business;
///   pods ended from outside or being deleted; an init container that has succeeded since.
/// - Severity: high.
/// - Evidence: the last termination with exit code, signal and reason, the restarts, and how many
///   init containers stand behind it.
enum InitContainerFailureDetector: Detector {
    static let rule = Rule(
        "AEG-104", .initContainerFailure, .high, layer: .container,
        "an init container fails, so the pod's containers do not start")

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.canBeBlocked ? pod.containerViews.compactMap { finding(in: view, pod, $0) } : []
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard container.isInit, !container.isLongRunning, container.isFailing(in: view) else {
            return nil
        }
        let end = container.lastEnd?.state
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.name.string),
            title: .title(container, end), message: .message(view, pod, container, end),
            since: pod.unreadySince.isSet ? pod.unreadySince : end?.finishedAt ?? Timestamp(),
            evidence: container.endEvidence(in: pod),
            explainedBy: view.foundations(of: pod))
    }
}

extension Pod {
    fileprivate var canBeBlocked: Bool {
        if metadata.isTerminating || status.initContainerStatuses.isEmpty { return false }
        return !isFinished || (status.phase == "Failed" && !isOfJob && !wasEndedFromOutside)
    }
}

extension ContainerView {
    /// True if it is held back, has failed, or is at it again after a failure.
    fileprivate func isFailing(in view: ClusterView) -> Bool {
        if isCrashLooping { return true }
        guard let end = lastEnd?.state, end.exitCode != 0, !status.ready else { return false }
        return status.state.terminated != nil || endedRecently(in: view)
    }
}

extension String {
    fileprivate static func title(
        _ container: ContainerView, _ end: ContainerStateTerminated?
    ) -> String {
        let name = "init container \"\(container.name)\""
        return end.map { "\(name) fails with exit code \($0.exitCode)" } ?? "\(name) fails"
    }

    fileprivate static func message(
        _ view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ end: ContainerStateTerminated?
    ) -> String {
        let name = "Init container \"\(container.name)\" of \(pod.key)"
        let ago =
            end.map { $0.finishedAt.isSet ? " \(ageText(view.age($0.finishedAt))) ago" : "" } ?? ""
        let how = end.map { ": it last ended\(ago) with \($0.summary)" } ?? ""
        let why = end.map { $0.couldNotStart ? " (\($0.message.excerpt))" : "" } ?? ""
        let behind = pod.status.containerStatuses.count
        let restarts = container.status.restartCount
        let again = restarts > 0 ? "It has restarted \(times(restarts)); the" : "The"
        return "\(name) fails\(how)\(why). \(again)"
            + " pod's \(behind == 1 ? "container" : "\(behind) containers") cannot start."
    }
}
