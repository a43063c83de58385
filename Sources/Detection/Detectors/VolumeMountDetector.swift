import ClusterModel

/// Pods that wait for a volume: its ConfigMap, Secret or key is missing, or its storage cannot be
/// attached or mounted.
///
/// - Exceptions: sources marked optional; the root certificate in the ServiceAccount's token volume
///   (missing only if the kubelet says so); pods not placed yet (Unschedulable) or with a container
///   that has started; a mount that fails within the grace.
/// - Severity: high.
/// - Evidence: the field that refers to what is missing; the kubelet's or controller's event.
enum VolumeMountDetector: Detector {
    static let rule = Rule(
        "AEG-108", .volumeMount, .high, layer: .reference,
        "a pod waits for a volume that cannot be mounted")

    private static let reasons: Set<Symbol> = [
        "FailedAttachVolume", "FailedMapVolume", "FailedMount",
    ]

    static func findings(in view: ClusterView) -> [Finding] {
        var checker = ReferenceChecker(view)
        var findings: [Finding] = []
        for pod in view.suspects where pod.isLive && pod.awaitsVolumes {
            let events = view.events(about: pod).filter { reasons.contains($0.reason) }
            let isOverdue = view.isOverdue(pod)
            if events.isEmpty, !isOverdue { continue }
            let missing = missingReferences(pod, events, &checker)
            if !missing.isEmpty {
                findings += missing.map { finding(pod, $0, events) }
            } else if isOverdue, let event = events.mostTelling {
                findings.append(finding(in: view, pod, event))
            }
        }
        return findings
    }

    private static func missingReferences(
        _ pod: Pod, _ events: [Event], _ checker: inout ReferenceChecker
    ) -> [MissingReference] {
        let namespace = pod.metadata.namespace
        let wanted = pod.spec.volumes.enumerated().flatMap { i, volume in
            volume.requiredConfig(in: namespace, at: "spec.volumes[\(i)]")
        }
        var missing = wanted.compactMap { checker.missing($0) }
        for event in events {
            let named = MessageText(event.message).missingReference(in: namespace, among: wanted)
            if let named, let reported = checker.reported(named) { missing.append(reported) }
        }
        var seen: Set<Cause> = []
        return missing.filter { seen.insert($0.cause).inserted }
    }

    private static func finding(
        _ pod: Pod, _ missing: MissingReference, _ events: [Event]
    ) -> Finding {
        Finding(
            rule, on: pod.key, cause: missing.cause, title: missing.title,
            message: "\(pod.key) waits for a volume: \(missing.sentence)",
            since: pod.unreadySince,
            evidence: missing.evidence(on: pod.key)
                + (events.mostTelling.map { [$0.evidence(on: pod.key)] } ?? []))
    }

    private static func finding(in view: ClusterView, _ pod: Pod, _ event: Event) -> Finding {
        let text = MessageText(event.message)
        let volume = text.volumeName ?? .empty
        let claim = view.claim(behind: volume, of: pod)
        let failure = VolumeFailure(text)
        let cause =
            claim.map { Cause($0) }
            ?? view.workloadCause(of: pod, detail: volume.isEmpty ? "" : "volume \(volume)")
        let name = claim.map { "volume of \($0)" } ?? "volume \"\(volume)\""
        return Finding(
            rule, on: pod.key, cause: cause, title: .title(volume, claim, failure),
            message: .message(pod, name, failure, event), since: pod.unreadySince,
            evidence: [event.evidence(on: pod.key)],
            explainedBy: view.foundations(of: pod) + (claim.map { [$0] } ?? []))
    }
}

extension Pod {
    /// True if the pod is placed and none of its containers has ever started or is being fetched:
    /// the kubelet mounts all volumes before either.
    fileprivate var awaitsVolumes: Bool {
        let statuses = status.initContainerStatuses + status.containerStatuses
        guard status.phase == "Pending", !spec.nodeName.isEmpty || !statuses.isEmpty else {
            return false
        }
        return statuses.allSatisfy { status in
            guard status.lastState.isAbsent, status.state.running == nil,
                status.state.terminated == nil
            else { return false }
            let reason = status.state.waiting?.reason ?? .empty
            return reason.isEmpty || reason == "ContainerCreating" || reason == "PodInitializing"
        }
    }
}

extension ClusterView {
    /// True if the pod has been placed for longer than mounting takes.
    fileprivate func isOverdue(_ pod: Pod) -> Bool {
        let placed = pod.status.condition("PodScheduled")?.lastTransitionTime ?? Timestamp()
        let start = placed.isSet ? placed : pod.metadata.creationTimestamp
        return !start.isSet || age(start) > settings.grace
    }

    /// The claim behind a volume that an event names by the pod's name for it or by its
    /// PersistentVolume's.
    fileprivate func claim(behind volume: Symbol, of pod: Pod) -> ObjectKey? {
        if volume.isEmpty { return nil }
        let namespace = pod.metadata.namespace
        for candidate in pod.spec.volumes {
            guard let name = candidate.claimName(in: pod) else { continue }
            if candidate.name == volume
                || index.claim(namespace, name)?.spec.volumeName == volume
            {
                return ObjectKey(.persistentVolumeClaim, namespace, name)
            }
        }
        return nil
    }
}

extension Volume {
    fileprivate func claimName(in pod: Pod) -> Symbol? {
        if source.ephemeral != nil { return Symbol("\(pod.metadata.name)-\(name)") }
        return source.persistentVolumeClaim?.claimName
    }
}

extension [Event] {
    /// The newest event that names a reason; the kubelet's summary of what is still unmounted
    /// names none.
    fileprivate var mostTelling: Event? {
        last { !MessageText($0.message).says("unable to attach or mount volumes") } ?? last
    }
}

extension String {
    fileprivate static func title(
        _ volume: Symbol, _ claim: ObjectKey?, _ failure: VolumeFailure
    ) -> String {
        let name = claim.map { "volume of claim \"\($0.name)\"" } ?? "volume \"\(volume)\""
        return "\(name) \(failure.phrase)"
    }

    fileprivate static func message(
        _ pod: Pod, _ volume: String, _ failure: VolumeFailure, _ event: Event
    ) -> String {
        "\(pod.key) waits: \(volume) \(failure.phrase) (\(event.message.excerpt))."
    }
}
