import ClusterModel

/// Containers that start, end and start again: held back in CrashLoopBackOff, down after an error,
/// or restarted again and again within the window. Sidecars count as containers.
///
/// - Exceptions: a restart long ago and healthy since; restarts that are far apart (a node's
///   reboots); kills by a liveness or start-up probe (ProbeFailure); kills for memory (OOMKilled is
///   nearer to the cause); init containers (InitContainerFailure); pods that end or are deleted.
/// - Severity: high.
/// - Evidence: the last termination with exit code, signal and reason, and the restarts.
enum CrashLoopBackOffDetector: Detector {
    static let rule = Rule(
        "AEG-101", .crashLoopBackOff, .high, layer: .container,
        "a container starts, ends and is started again and again")

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.isLive ? pod.containerViews.compactMap { finding(in: view, pod, $0) } : []
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard container.isLongRunning, container.isRestarting(in: view),
            !container.endedWell(in: pod), view.probeKill(of: container, in: pod) == nil
        else { return nil }
        let end = container.lastEnd?.state
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.name.string),
            title: .title(container, end), message: .message(view, pod, container, end),
            since: since(pod, end),
            evidence: container.endEvidence(in: pod) + lastWords(pod, container),
            explainedBy: view.foundations(of: pod))
    }

    private static func lastWords(_ pod: Pod, _ container: ContainerView) -> [Evidence] {
        guard let end = container.lastEnd, !end.state.couldNotStart, let words = end.state.lastWords
        else { return [] }
        return [Evidence(pod.key, "\(end.path).message", words)]
    }

    /// The earlier of what is known: each round of the loop is younger than the trouble.
    private static func since(_ pod: Pod, _ end: ContainerStateTerminated?) -> Timestamp {
        [pod.unreadySince, end?.finishedAt ?? Timestamp()].filter(\.isSet).min() ?? Timestamp()
    }
}

extension ContainerView {
    /// True for a container that is done, after however many attempts.
    fileprivate func endedWell(in pod: Pod) -> Bool {
        status.state.terminated?.exitCode == 0 && pod.spec.restartPolicy == "OnFailure"
    }
}

extension String {
    fileprivate static func title(
        _ container: ContainerView, _ end: ContainerStateTerminated?
    ) -> String {
        let name = "container \"\(container.name)\""
        guard let end else { return "\(name) is in CrashLoopBackOff" }
        if end.couldNotStart { return "\(name) cannot be started" }
        return "\(name) keeps ending with exit code \(end.exitCode)"
    }

    fileprivate static func message(
        _ view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ end: ContainerStateTerminated?
    ) -> String {
        let name = "Container \"\(container.name)\" of \(pod.key)"
        let state =
            container.isCrashLooping
            ? "is in CrashLoopBackOff"
            : container.status.ready ? "is ready now but keeps restarting" : "keeps restarting"
        let restarts = "It has restarted \(times(container.status.restartCount))."
        guard let end else { return "\(name) \(state). \(restarts)" }
        let ago = end.finishedAt.isSet ? " \(ageText(view.age(end.finishedAt))) ago" : ""
        let why = end.couldNotStart ? ": \(end.message.excerpt)" : ""
        let words =
            end.couldNotStart ? "" : end.lastWords.map { " Its last words: \"\($0)\"." } ?? ""
        return
            "\(name) \(state): it last ended\(ago) with \(end.summary)\(why).\(words) \(restarts)"
    }
}
