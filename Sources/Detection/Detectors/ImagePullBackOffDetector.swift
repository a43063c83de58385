import ClusterModel

/// Images that cannot be pulled, and why: not found, unauthorised, rate-limited, registry not
/// reachable, built for another platform.
///
/// - Exceptions: a pull that is still going on; pods being deleted; names that are none
///   (InvalidImageName).
/// - Severity: high.
/// - Evidence: the container's waiting state, its image, the kubelet's event with the registry's
///   answer, pull secrets that do not exist.
enum ImagePullBackOffDetector: Detector {
    static let rule = Rule(
        "AEG-105", .imagePullBackOff, .high, layer: .placement,
        "an image cannot be pulled")

    private static let reasons: Set<Symbol> = [
        "ErrImageNeverPull", "ErrImagePull", "ImagePullBackOff", "RegistryUnavailable",
        "SignatureValidationFailed",
    ]

    static func findings(in view: ClusterView) -> [Finding] {
        view.suspects.flatMap { pod in
            pod.isLive ? pod.containerViews.compactMap { finding(in: view, pod, $0) } : []
        }
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> Finding? {
        guard let waiting = container.status.state.waiting, reasons.contains(waiting.reason) else {
            return nil
        }
        let (failure, event) = diagnosis(in: view, pod, container, waiting)
        let missing =
            failure == .unauthorised || failure == .unknown
            ? view.missingPullSecrets(of: pod) : []
        return Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.image.string),
            title: "image \"\(container.image)\" \(failure.phrase)",
            message: .message(pod, container, failure, missing),
            since: pod.unreadySince,
            evidence: evidence(pod, container, waiting, event, missing),
            explainedBy: view.foundations(of: pod))
    }

    /// The waiting message of most versions says no more than "Back-off pulling image"; then the
    /// newest event that says more counts.
    private static func diagnosis(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ waiting: ContainerStateWaiting
    ) -> (ImagePullFailure, Event?) {
        let told = ImagePullFailure(waiting: waiting.reason, MessageText(waiting.message))
        if told != .unknown { return (told, nil) }
        for event in view.events(about: pod).reversed()
        where event.reason == "Failed" && event.concerns(container, of: pod) {
            let failure = ImagePullFailure(waiting: waiting.reason, MessageText(event.message))
            if failure != .unknown { return (failure, event) }
        }
        return (.unknown, nil)
    }

    private static func evidence(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting, _ event: Event?,
        _ missing: [MissingPullSecret]
    ) -> [Evidence] {
        var evidence = [
            Evidence(pod.key, "\(container.path).state.waiting.reason", waiting.reason.string),
            Evidence(pod.key, "\(container.specPath).image", container.image.string),
        ]
        if let event {
            evidence.append(event.evidence(on: pod.key))
        } else if !waiting.message.isEmpty {
            evidence.append(
                Evidence(
                    pod.key, "\(container.path).state.waiting.message", waiting.message.excerpt))
        }
        return evidence
            + missing.map {
                Evidence(pod.key, $0.path, $0.name.string, note: "no such Secret")
            }
    }
}

/// A pull secret that a pod names and that is not there.
private struct MissingPullSecret {
    let name: Symbol
    let path: String
}

extension ClusterView {
    fileprivate func missingPullSecrets(of pod: Pod) -> [MissingPullSecret] {
        guard snapshot.isComplete(.secret, in: pod.metadata.namespace) else { return [] }
        return pod.spec.imagePullSecrets.enumerated().compactMap { i, reference in
            let key = ObjectKey(.secret, pod.metadata.namespace, reference.name)
            if reference.name.isEmpty || index.contains(key) { return nil }
            return MissingPullSecret(
                name: reference.name, path: "spec.imagePullSecrets[\(i)].name")
        }
    }
}

extension String {
    fileprivate static func message(
        _ pod: Pod, _ container: ContainerView, _ failure: ImagePullFailure,
        _ missing: [MissingPullSecret]
    ) -> String {
        let secrets = missing.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let hint =
            missing.isEmpty
            ? ""
            : " Its imagePullSecrets name \(secrets), which "
                + "\(missing.count == 1 ? "does" : "do") not exist."
        return "\(pod.key) waits for image \"\(container.image)\" of container "
            + "\"\(container.name)\": it \(failure.phrase).\(hint)"
    }
}
