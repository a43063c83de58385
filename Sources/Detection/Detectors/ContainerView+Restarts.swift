package import ClusterModel

extension ContainerView {
    /// True for what is to run as long as its pod: all but init containers proper.
    var isLongRunning: Bool { !isInit || spec?.isSidecar ?? false }

    /// Restarts in a run that count, even if the container is ready between them.
    private static let manyRestarts = 3

    /// True if the container keeps ending: it is held back now, is down after an error within the
    /// window, or has ended at least three times and again within the window.
    func isRestarting(in view: ClusterView) -> Bool {
        if isCrashLooping { return true }
        guard endedRecently(in: view), let end = lastEnd?.state else { return false }
        if end.exitCode != 0, !status.ready { return true }
        return status.restartCount >= Self.manyRestarts && !end.ranLong(in: view)
    }

    /// True if it has been restarted, the last time within the window.
    func endedRecently(in view: ClusterView) -> Bool {
        status.restartCount > 0 && view.isRecent(lastEnd?.state.finishedAt ?? Timestamp())
    }

    /// The termination, its exit code, signal and reason, and how often that has happened.
    func endEvidence(in pod: Pod) -> [Evidence] {
        var evidence: [Evidence] = []
        if !waitingReason.isEmpty {
            evidence.append(
                Evidence(pod.key, "\(path).state.waiting.reason", waitingReason.string))
        }
        if let end = lastEnd {
            evidence.append(
                Evidence(
                    pod.key, "\(end.path).exitCode", "\(end.state.exitCode)",
                    note: end.state.meaning ?? ""))
            if !end.state.reason.isEmpty {
                evidence.append(Evidence(pod.key, "\(end.path).reason", end.state.reason.string))
            }
            if end.state.signal > 0 {
                evidence.append(Evidence(pod.key, "\(end.path).signal", "\(end.state.signal)"))
            }
            // Written by the runtime; what applications write there may hold anything.
            if end.state.couldNotStart {
                evidence.append(Evidence(pod.key, "\(end.path).message", end.state.message.excerpt))
            }
        }
        evidence.append(Evidence(pod.key, "\(path).restartCount", "\(status.restartCount)"))
        return evidence
    }
}

extension ContainerStateTerminated {
    /// True if the command itself never ran.
    package var couldNotStart: Bool {
        (reason == "StartError" || reason == "ContainerCannotRun") && !message.isEmpty
    }

    /// True if this run alone lasted longer than the window: a reboot of its node now and then
    /// adds up to many restarts, and is no loop.
    fileprivate func ranLong(in view: ClusterView) -> Bool {
        finishedAt.since(startedAt) > view.settings.window
    }
}

extension Pod {
    /// Since when it has not been ready; not set if it is ready or never said.
    var unreadySince: Timestamp {
        guard let ready = status.condition("Ready"), ready.status != "True" else {
            return Timestamp()
        }
        return ready.lastTransitionTime
    }
}

/// `1 time`, `7 times`.
func times(_ count: Int) -> String { count == 1 ? "1 time" : "\(count) times" }
