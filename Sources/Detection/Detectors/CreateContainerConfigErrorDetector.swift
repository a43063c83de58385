import ClusterModel

/// Containers that cannot be made: a missing ConfigMap, Secret or key, a refused user, a bad
/// subPath, a command that is not there; and pods that cannot be made for want of their
/// ServiceAccount.
///
/// - Exceptions: references marked optional; a kubelet that is still fetching what is there, within
///   the grace; a ServiceAccount that is there by now; pods being deleted. Objects of kinds that
///   were not read are missing only if the kubelet says so.
/// - Severity: high.
/// - Evidence: the waiting state with the kubelet's words, the field that refers to what is missing.
enum CreateContainerConfigErrorDetector: Detector {
    static let rule = Rule(
        "AEG-107", .createContainerConfigError, .high, layer: .reference,
        "a container cannot be made: something it refers to is missing or refused")

    private static let reasons: Set<Symbol> = [
        "CreateContainerConfigError", "CreateContainerError", "PostStartHookError",
        "PreCreateHookError", "PreStartHookError", "RunContainerError",
    ]

    static func findings(in view: ClusterView) -> [Finding] {
        var checker = ReferenceChecker(view)
        var findings: [Finding] = []
        for pod in view.suspects where pod.isLive {
            for container in pod.containerViews {
                guard let waiting = container.status.state.waiting,
                    reasons.contains(waiting.reason)
                else { continue }
                findings += Self.findings(in: view, pod, container, waiting, &checker)
            }
        }
        return findings + MissingServiceAccounts(view).findings
    }

    private static func findings(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ waiting: ContainerStateWaiting, _ checker: inout ReferenceChecker
    ) -> [Finding] {
        let text = MessageText(waiting.message)
        let missing = missingReferences(pod, container, waiting, text, &checker)
        if !missing.isEmpty {
            return missing.map { finding(pod, container, waiting, $0) }
        }
        let refusal = StartRefusal(text)
        if case .cacheNotSynced = refusal, view.age(pod.unreadySince) <= view.settings.grace {
            return []
        }
        return [finding(in: view, pod, container, waiting, refusal)]
    }

    /// What the snapshot lacks and, first, what the kubelet says: it stops at the first of several.
    private static func missingReferences(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting,
        _ text: MessageText, _ checker: inout ReferenceChecker
    ) -> [MissingReference] {
        guard waiting.reason == "CreateContainerConfigError" else { return [] }
        let namespace = pod.metadata.namespace
        let wanted =
            container.spec?.requiredConfig(in: namespace, at: container.specPath) ?? []
        var missing = wanted.compactMap { checker.missing($0) }
        if let named = text.missingReference(in: namespace, among: wanted),
            let reported = checker.reported(named)
        {
            missing.append(reported)
        }
        var seen: Set<Cause> = []
        return missing.filter { seen.insert($0.cause).inserted }
    }

    private static func finding(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting,
        _ missing: MissingReference
    ) -> Finding {
        Finding(
            rule, on: pod.key, cause: missing.cause, title: missing.title,
            message: .message(pod, container, missing), since: pod.unreadySince,
            evidence: evidence(pod, container, waiting) + missing.evidence(on: pod.key))
    }

    private static func finding(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView,
        _ waiting: ContainerStateWaiting, _ refusal: StartRefusal
    ) -> Finding {
        Finding(
            rule, on: pod.key,
            cause: view.workloadCause(of: pod, detail: container.name.string),
            title: "container \"\(container.name)\" \(refusal.phrase)",
            message: .message(pod, container, waiting, refusal), since: pod.unreadySince,
            evidence: evidence(pod, container, waiting), explainedBy: view.foundations(of: pod))
    }

    private static func evidence(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting
    ) -> [Evidence] {
        let path = "\(container.path).state.waiting"
        let evidence = [Evidence(pod.key, "\(path).reason", waiting.reason.string)]
        if waiting.message.isEmpty { return evidence }
        return evidence + [Evidence(pod.key, "\(path).message", waiting.message.excerpt)]
    }
}

extension String {
    fileprivate static func message(
        _ pod: Pod, _ container: ContainerView, _ missing: MissingReference
    ) -> String {
        "Container \"\(container.name)\" of \(pod.key) cannot be created: \(missing.sentence)"
    }

    fileprivate static func message(
        _ pod: Pod, _ container: ContainerView, _ waiting: ContainerStateWaiting,
        _ refusal: StartRefusal
    ) -> String {
        let words = waiting.message.isEmpty ? "" : ": \(waiting.message.excerpt)"
        return "Container \"\(container.name)\" of \(pod.key) \(refusal.phrase) "
            + "(\(waiting.reason)\(words))."
    }
}
