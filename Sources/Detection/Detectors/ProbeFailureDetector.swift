import ClusterModel

/// Containers that run and do not answer their probes, containers that the kubelet restarts for
/// it, and readiness gates that nobody opens.
///
/// - Exceptions: the grace after a start or a change, and the time that the probe itself allows;
///   a probe that failed and answers again; containers that crash (CrashLoopBackOff); pods that end
///   or are deleted.
/// - Severity: high if no pod of the workload is ready, otherwise medium.
/// - Evidence: the readiness of container and pod, the probe, the kubelet's event, a port that the
///   container does not declare.
enum ProbeFailureDetector: Detector {
    static let rule = Rule(
        "AEG-109", .probeFailure, .high, layer: .probe,
        "a container runs but does not pass its probes")

    static func findings(in view: ClusterView) -> [Finding] {
        var findings = view.suspects.flatMap { pod in
            pod.isLive ? self.findings(in: view, pod) : []
        }
        if findings.isEmpty { return [] }
        let ready = ReadyWorkloads(view)
        for i in findings.indices where ready.contains(findings[i].cause.object) {
            findings[i].severity = .medium
        }
        return findings
    }

    private static func findings(in view: ClusterView, _ pod: Pod) -> [Finding] {
        let failures = pod.containerViews.compactMap { failure(in: view, pod, $0) }
        if failures.isEmpty { return gateFinding(in: view, pod).map { [$0] } ?? [] }
        return failures.map { failure in
            Finding(
                rule, on: pod.key,
                cause: view.workloadCause(of: pod, detail: failure.container.name.string),
                title: failure.title, message: .message(view, pod, failure), since: failure.since,
                evidence: failure.evidence(in: pod), explainedBy: view.foundations(of: pod))
        }
    }

    private static func failure(
        in view: ClusterView, _ pod: Pod, _ container: ContainerView
    ) -> ProbeFailure? {
        guard container.isLongRunning else { return nil }
        if container.isRestarting(in: view)
            || (container.endedRecently(in: view) && !container.status.ready),
            let kill = view.probeKill(of: container, in: pod)
        {
            let words = view.unhealthyEvent(of: container, in: pod, probe: kill.probe)
            let end = container.lastEnd?.state.finishedAt ?? Timestamp()
            return ProbeFailure(
                container, kill.probe, words ?? kill.event, kills: true,
                since: pod.unreadySince.isSet ? pod.unreadySince : end)
        }
        guard let since = view.unansweredSince(container, of: pod) else { return nil }
        let pending = container.pendingProbe
        let event = view.unhealthyEvent(of: container, in: pod, probe: pending)
        guard let kind = pending ?? event.flatMap({ ProbeKind(MessageText($0.message)) }) else {
            return nil
        }
        return ProbeFailure(container, kind, event, kills: false, since: since)
    }

    private static func gateFinding(in view: ClusterView, _ pod: Pod) -> Finding? {
        let closed = pod.spec.readinessGates.enumerated().filter {
            pod.status.condition($0.element.conditionType)?.status != "True"
        }
        guard !closed.isEmpty, pod.status.phase == "Running",
            pod.status.containerStatuses.allSatisfy(\.ready),
            view.age(pod.unreadySince) > view.settings.grace
        else { return nil }
        let names = closed.map { $0.element.conditionType.string }.joined(separator: ", ")
        return Finding(
            rule, on: pod.key, cause: view.workloadCause(of: pod, detail: names),
            title: "readiness gate \(names) is not open",
            message: .message(view, pod, gates: names),
            since: pod.unreadySince,
            evidence: closed.map { i, gate in
                Evidence(
                    pod.key, "spec.readinessGates[\(i)].conditionType", gate.conditionType.string,
                    note: pod.status.condition(gate.conditionType).map {
                        "the condition is \($0.status)"
                    } ?? "no such condition in status.conditions")
            },
            explainedBy: view.foundations(of: pod))
    }
}

/// A probe that a container does not pass.
private struct ProbeFailure {
    let container: ContainerView
    let kind: ProbeKind
    let event: Event?
    /// True if the kubelet restarts the container for it.
    let kills: Bool
    let since: Timestamp

    init(
        _ container: ContainerView, _ kind: ProbeKind, _ event: Event?, kills: Bool,
        since: Timestamp
    ) {
        self.container = container
        self.kind = kind
        self.event = event
        self.kills = kills
        self.since = since
    }

    var probe: Probe? { kind.probe(of: container.spec) }

    var undeclaredPort: String? { probe.flatMap { container.spec?.undeclaredPort(of: $0) } }

    var title: String {
        let name = "container \"\(container.name)\""
        return kills
            ? "\(name) is restarted because its \(kind.rawValue) probe fails"
            : "\(name) runs but its \(kind.rawValue) probe fails"
    }

    func evidence(in pod: Pod) -> [Evidence] {
        var evidence = [Evidence(pod.key, "\(container.path).ready", "\(container.status.ready)")]
        if kills { evidence += container.endEvidence(in: pod) }
        if let probe {
            evidence.append(
                Evidence(
                    pod.key, "\(container.specPath).\(kind.field)", probe.asks,
                    note: undeclaredPort ?? ""))
        }
        if let event { evidence.append(event.evidence(on: pod.key)) }
        return evidence
    }
}

extension ClusterView {
    /// Since when a running container has not been ready, if that is longer than the grace and
    /// longer than its probes allow.
    fileprivate func unansweredSince(_ container: ContainerView, of pod: Pod) -> Timestamp? {
        guard let running = container.status.state.running, !container.status.ready,
            pod.status.condition("Ready")?.status != "True"
        else { return nil }
        let since = max(running.startedAt, pod.unreadySince)
        let start = since.isSet ? since : pod.metadata.creationTimestamp
        guard age(start) > settings.grace,
            !running.startedAt.isSet || age(running.startedAt) > container.probeAllowance
        else { return nil }
        return start
    }
}

extension ContainerView {
    /// The probe that keeps a running container from being ready; nil if its specification has none.
    fileprivate var pendingProbe: ProbeKind? {
        if status.started == false, spec?.startupProbe != nil { return .startup }
        if spec?.readinessProbe != nil { return .readiness }
        return spec?.startupProbe != nil ? .startup : nil
    }

    /// While it starts up only the start-up probe counts, and it alone allows the time.
    var probeAllowance: Int {
        if status.started == false, let startup = spec?.startupProbe {
            return startup.content.allowance
        }
        return spec?.readinessProbe?.content.allowance ?? 0
    }
}

extension String {
    fileprivate static func message(_ view: ClusterView, _ pod: Pod, gates: String) -> String {
        let age = ageText(view.age(pod.unreadySince))
        return "All containers of \(pod.key) are ready, but nobody has opened its readiness gate "
            + "\(gates) for \(age)."
    }

    fileprivate static func message(
        _ view: ClusterView, _ pod: Pod, _ failure: ProbeFailure
    ) -> String {
        let container = failure.container
        let asks = failure.probe.map { " (\($0.asks))" } ?? ""
        let age = failure.since.isSet ? " for \(ageText(view.age(failure.since)))" : ""
        let fault =
            failure.kills
            ? "is killed and restarted because its \(failure.kind.rawValue) probe\(asks) fails; it "
                + "has restarted \(times(container.status.restartCount))"
            : "runs but has not been ready\(age): its \(failure.kind.rawValue) probe\(asks) fails"
        let words = failure.event.map { ": \($0.message.excerpt)" } ?? ""
        let port = failure.undeclaredPort.map { " Note that \($0)." } ?? ""
        return "Container \"\(container.name)\" of \(pod.key) \(fault)\(words).\(port)"
    }
}
