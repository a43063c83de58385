import ClusterModel

/// Image names that no registry can be asked for, and images the runtime cannot look into.
///
/// - Exceptions: pods being deleted; a well-formed name of an image that is not there
///   (ImagePullBackOff).
/// - Severity: high.
/// - Evidence: the image, the container's waiting state with the kubelet's words.
enum InvalidImageNameDetector: Detector {
    static let rule = Rule(
        "AEG-106", .invalidImageName, .high, layer: .placement,
        "an image's name cannot be parsed or the image not be inspected")

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.isLive ? pod.containerViews.compactMap { finding(in: view, pod, $0) } : []
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard let waiting = container.status.state.waiting,
            waiting.reason == "InvalidImageName" || waiting.reason == "ImageInspectError"
        else { return nil }
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.image.string),
            title: .title(container, waiting), message: .message(pod, container, waiting),
            since: pod.unreadySince,
            evidence: [
                Evidence(pod.key, "\(container.specPath).image", container.image.string),
                Evidence(pod.key, "\(container.path).state.waiting.reason", waiting.reason.string),
                Evidence(
                    pod.key, "\(container.path).state.waiting.message", waiting.message.excerpt),
            ],
            explainedBy: view.foundations(of: pod))
    }
}

extension Symbol {
    /// What is wrong with an image's name (`distribution/reference`); nil if that cannot be told.
    fileprivate var imageNameFault: String? {
        let text = string
        if text.isEmpty { return "it is empty" }
        if text.contains("${") || text.contains("{{") { return "a placeholder was not filled in" }
        if text.contains(where: \.isWhitespace) { return "it contains a space" }
        if text.contains("://") { return "it begins like a URL" }
        let name = text.prefix { $0 != "@" }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains("") { return "a part of its path is empty" }
        let last = parts.last ?? ""
        if last.count(where: { $0 == ":" }) > 1 { return "it has two tags" }
        if last.last == ":" { return "its tag is empty" }
        // The first part may be a host, which may be in capitals.
        let path = parts.dropFirst().dropLast() + [last.prefix { $0 != ":" }]
        if path.contains(where: { $0.contains(where: \.isUppercase) }) {
            return "a repository's name is all in lower case"
        }
        return nil
    }
}

extension String {
    fileprivate static func title(
        _ container: ContainerView, _ waiting: ContainerStateWaiting
    ) -> String {
        waiting.reason == "InvalidImageName"
            ? "image name \"\(container.image)\" is not valid"
            : "image \"\(container.image)\" cannot be inspected"
    }

    fileprivate static func message(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting
    ) -> String {
        let name = "Container \"\(container.name)\" of \(pod.key)"
        guard waiting.reason == "InvalidImageName" else {
            return "\(name) cannot start: its node cannot inspect image \"\(container.image)\": "
                + "\(waiting.message.excerpt)."
        }
        let why = container.image.imageNameFault.map { ": \($0)" } ?? ""
        return "\(name) cannot start: \"\(container.image)\" is not a valid image name\(why)."
    }
}
