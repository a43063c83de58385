import ClusterModel

/// Containers that were killed because they used more memory than their limit.
///
/// - Exceptions: a kill outside the window from which the container has since recovered; an exit
///   code 137 for another reason (a liveness kill, an eviction).
/// - Severity: high.
/// - Evidence: the termination, the limit, the request, the restarts.
enum OOMKilledDetector: Detector {
    static let rule = Rule(
        "AEG-102", .oomKilled, .high, layer: .memory,
        "a container was killed for using more memory than its limit")

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.containerViews.compactMap { finding(in: view, pod, $0) }
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard let end = container.lastEnd, container.wasOOMKilled,
            container.isCrashLooping || view.isRecent(end.state.finishedAt)
                || (!container.status.ready && !pod.isFinished)
        else { return nil }
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.name.string),
            title: .title(container), message: .message(pod, container),
            since: end.state.finishedAt, evidence: evidence(pod, container, end),
            explainedBy: view.foundations(of: pod))
    }

    private static func evidence(
        _ pod: Pod, _ container: ContainerView,
        _ end: (state: ContainerStateTerminated, path: String)
    ) -> [Evidence] {
        var evidence = [
            Evidence(pod.key, "\(end.path).reason", "OOMKilled"),
            Evidence(pod.key, "\(end.path).exitCode", "\(end.state.exitCode)"),
            Evidence(pod.key, "\(container.path).restartCount", "\(container.status.restartCount)"),
        ]
        if let limit = container.memoryLimit {
            evidence.append(
                Evidence(pod.key, "\(container.specPath).resources.limits.memory", "\(limit)"))
        }
        if let request = container.spec?.resources.requests["memory"] {
            evidence.append(
                Evidence(pod.key, "\(container.specPath).resources.requests.memory", "\(request)"))
        }
        return evidence
    }
}

extension ContainerView {
    fileprivate var memoryLimit: Quantity? { spec?.resources.limits["memory"] }
}

extension String {
    fileprivate static func title(_ container: ContainerView) -> String {
        let limit = container.memoryLimit.map { " of \($0)" } ?? ""
        return "container \"\(container.name)\" is killed at its memory limit\(limit)"
    }

    fileprivate static func message(_ pod: Pod, _ container: ContainerView) -> String {
        let limit =
            container.memoryLimit.map { "its memory limit of \($0)" }
            ?? "the memory its node could give it (it has no limit)"
        let restarts = container.status.restartCount
        return "Container \"\(container.name)\" of \(pod.key) was OOMKilled: it used more than "
            + "\(limit). It has restarted \(restarts) \(restarts == 1 ? "time" : "times")."
    }
}
