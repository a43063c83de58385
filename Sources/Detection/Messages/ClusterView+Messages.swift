import ClusterModel

/// A line of text that some part of the cluster wrote about a pod.
struct PodMessage {
    let text: String
    let path: String
    let moment: Timestamp
}

extension ClusterView {
    /// What containers said as they ended or while they wait, and what recent warnings say. Image
    /// pulls have a detector of their own and their messages are left out.
    func messages(about pod: Pod) -> [PodMessage] {
        var messages: [PodMessage] = []
        for container in pod.containerViews {
            if let end = container.lastEnd, !end.state.message.isEmpty {
                messages.append(
                    PodMessage(
                        text: end.state.message.string, path: "\(end.path).message",
                        moment: end.state.finishedAt))
            }
        }
        for event in events(about: pod)
        where event.type == "Warning" && !event.isAboutImages {
            messages.append(
                PodMessage(
                    text: event.message.string, path: "events[reason=\(event.reason)].message",
                    moment: event.lastSeen))
        }
        return messages
    }
}

extension Event {
    var isAboutImages: Bool {
        message.string.contains("pull") || reason == "ErrImageNeverPull"
            || reason == "InspectFailed"
    }
}
