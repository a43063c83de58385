package import ClusterModel

/// A line of text that some part of the cluster wrote about a pod.
package struct PodMessage {
    package let text: String
    let path: String
    let moment: Timestamp
    /// A program in the pod wrote it, with the pod's network and name server. Others write about the
    /// pod: what the kubelet cannot reach or may not read is the node's trouble.
    let isFromInside: Bool
}

extension ClusterView {
    /// What containers that are not well said as they ended, and what recent warnings say of a pod
    /// that is not. Words of a pod that has recovered say nothing of now, so there are none.
    ///
    /// Why a container waits is the kubelet's to say, and detectors of its own go by that.
    package func messages(about pod: Pod) -> [PodMessage] {
        let unwell = pod.containerViews.filter { isUnwell($0) }
        var messages = unwell.compactMap(lastWords)
        if unwell.isEmpty, pod.isReady || pod.isFinished { return messages }
        for event in events(about: pod) where event.type == "Warning" && !event.isAboutImages {
            messages.append(
                PodMessage(
                    text: event.message.string, path: "events[reason=\(event.reason)].message",
                    moment: event.lastSeen, isFromInside: event.isFromInside))
        }
        return messages
    }

    private func isUnwell(_ container: ContainerView) -> Bool {
        (!container.status.ready && container.status.state.terminated?.exitCode != 0)
            || container.isRestarting(in: self)
    }

    private func lastWords(of container: ContainerView) -> PodMessage? {
        guard let end = container.lastEnd, !end.state.message.isEmpty,
            container.isCrashLooping || isRecent(end.state.finishedAt)
        else { return nil }
        return PodMessage(
            text: end.state.message.string, path: "\(end.path).message",
            moment: end.state.finishedAt, isFromInside: true)
    }
}

extension Event {
    fileprivate var isAboutImages: Bool {
        message.string.contains("pull") || reason == "ErrImageNeverPull"
            || reason == "InspectFailed"
    }

    /// The kubelet passes on what commands in the container print: probes and hooks.
    fileprivate var isFromInside: Bool {
        reason == "Unhealthy" || reason == "FailedPostStartHook" || reason == "FailedPreStopHook"
    }
}
