package import ClusterModel

/// What the kubelet said when it killed a container because a probe failed.
struct ProbeKill: Sendable {
    /// The probe that failed.
    let probe: ProbeKind
    let event: Event
}

/// The three checks a container can have.
package enum ProbeKind: String, Sendable {
    case liveness, readiness, startup

    /// Which probe an `Unhealthy` or `Killing` event speaks of.
    init?(_ text: MessageText) {
        if text.says("liveness probe") {
            self = .liveness
        } else if text.says("readiness probe") {
            self = .readiness
        } else if text.says("startup probe") {
            self = .startup
        } else {
            return nil
        }
    }

    package var field: String { "\(rawValue)Probe" }

    package func probe(of container: Container?) -> Probe? {
        switch self {
        case .liveness: container?.livenessProbe?.content
        case .readiness: container?.readinessProbe?.content
        case .startup: container?.startupProbe?.content
        }
    }
}

extension ClusterView {
    /// The probe that ended the container's last run; nil if it ended otherwise. Only the kubelet's
    /// events tell the two apart: the container itself merely got a signal.
    func probeKill(of container: ContainerView, in pod: Pod) -> ProbeKill? {
        guard container.status.restartCount > 0, !container.wasOOMKilled,
            let end = container.lastEnd?.state
        else { return nil }
        let gotSignal = [0, 137, 143].contains(end.exitCode)
        // The kubelet thins out repeated events, so one may be older than the last run.
        let start = end.startedAt.adding(seconds: gotSignal ? -600 : 0)
        for event in events(about: pod).reversed() where event.concerns(container, of: pod) {
            let text = MessageText(event.message)
            guard !start.isSet || event.lastSeen >= start, let probe = ProbeKind(text),
                probe != .readiness
            else { continue }
            let isKill = event.reason == "Killing"
            if isKill || (event.reason == "Unhealthy" && gotSignal) {
                return ProbeKill(probe: probe, event: event)
            }
        }
        return nil
    }

    /// The newest word of a failing probe of the container: of the kind, or else of any.
    package func unhealthyEvent(
        of container: ContainerView, in pod: Pod, probe: ProbeKind?
    ) -> Event? {
        let events = events(about: pod).filter {
            $0.reason == "Unhealthy" && $0.concerns(container, of: pod)
        }
        return events.last { ProbeKind(MessageText($0.message)) == probe } ?? events.last
    }
}

extension Event {
    /// True if it is about this container; an event that names none is about an only container.
    func concerns(_ container: ContainerView, of pod: Pod) -> Bool {
        if involvedObject.fieldPath.isEmpty {
            return pod.spec.containers.count == 1 && !container.isInit
        }
        let list = container.isInit ? "spec.initContainers" : "spec.containers"
        return involvedObject.fieldPath.string == "\(list){\(container.name)}"
    }

    /// The event as a fact about its object.
    package func evidence(on key: ObjectKey) -> Evidence {
        Evidence(
            key, "events[reason=\(reason)].message", message.excerpt,
            note: occurrences > 1 ? "seen \(times(occurrences))" : "")
    }
}
