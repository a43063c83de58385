import ClusterModel
import Detection

/// Why a probe fails: it asks a port that nobody declares or a path that is not there, it waits too
/// short, the program takes longer to start, or the program itself says that it is not ready.
enum ProbeCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        if let gate = gateCause(&file) { return [gate] }
        guard let place = file.place, let (pod, container) = file.container(place),
            let kind = kind(container, pod, file), let probe = kind.probe(of: container.spec)
        else { return [] }
        let asks = file.cite(pod.key, "\(container.specPath).\(kind.field)", probe.asks)
        if let port = portCause(place, container, kind, probe, asks, &file) { return [port] }
        let words = file.view.unhealthyEvent(of: container, in: pod, probe: kind)
            .map { MessageText($0.message) }
        if let words, let told = answer(words, place, pod, kind, probe, asks, &file) {
            return [told]
        }
        return [
            file.cause(
                .probeAnswer(place, probe: kind), place, .possible,
                "The \(kind.rawValue) probe (\(probe.asks)) of container \"\(place.container)\" "
                    + "fails; the program does not say why.", [asks])
        ]
    }

    /// The probe that the incident's own words name, or else the one that has an event.
    private static func kind(
        _ container: ContainerView, _ pod: Pod, _ file: CaseFile
    ) -> ProbeKind? {
        let title = file.incident.title
        for kind in [ProbeKind.liveness, .startup, .readiness]
        where title.contains("\(kind.rawValue) probe") {
            return kind
        }
        return container.spec?.readinessProbe == nil ? nil : .readiness
    }

    private static func gateCause(_ file: inout CaseFile) -> RootCause? {
        guard file.incident.title.hasPrefix("readiness gate") else { return nil }
        let workload = file.workloads.first ?? file.incident.resource
        return RootCause(
            .readinessGate(workload, gate: file.incident.detail), on: workload,
            file.incident.rule.category, .certain,
            "Nobody sets the condition \(file.incident.detail), for which the pods wait: is its "
                + "controller there?", evidence: file.given)
    }

    private static func portCause(
        _ place: ContainerPlace, _ container: ContainerView, _ kind: ProbeKind, _ probe: Probe,
        _ asks: Fact.ID, _ file: inout CaseFile
    ) -> RootCause? {
        guard let spec = container.spec, let fault = spec.undeclaredPort(of: probe),
            let port = probe.port ?? probe.handler.grpc.map({ .int($0.port) })
        else { return nil }
        let right = spec.ports.port(like: port)
        let hint = right.map { "; the port is likely \($0)" } ?? ""
        let isName = if case .string = port { true } else { false }
        return file.cause(
            .probePort(place, probe: kind, port: port, right: right), place,
            isName ? .certain : .likely,
            "The \(kind.rawValue) probe asks port \(port), but \(fault)\(hint).", [asks])
    }

    private static func answer(
        _ words: MessageText, _ place: ContainerPlace, _ pod: Pod, _ kind: ProbeKind,
        _ probe: Probe, _ asks: Fact.ID, _ file: inout CaseFile
    ) -> RootCause? {
        let name = "the \(kind.rawValue) probe (\(probe.asks))"
        if words.says("statuscode: 404") {
            let revision = Revision(of: place.workload, in: file.index)
            let before = revision?.change("\(kind.field).httpGet.path")?.before
            return file.cause(
                .probePath(place, probe: kind, right: before), place, .certain,
                "The program answers \(name) with 404: it has no such path"
                    + (before.map { "; before the last change it was \($0)" } ?? "") + ".", [asks])
        }
        if words.says("timeout", "deadline exceeded", "timed out") {
            let seconds = max(probe.timeoutSeconds, 1)
            return file.cause(
                .probeTimeout(place, probe: kind, seconds: seconds), place, .likely,
                "The program does not answer \(name) within \(seconds) s.", [asks])
        }
        if words.says("connection refused"), kind != .readiness, probe.handler.exec == nil,
            file.endsBeforeReady(place)
        {
            return file.cause(
                .slowStart(place, probe), place, .likely,
                "The program does not listen yet when \(name) gives it up after "
                    + "\(ageText(probe.allowance)).", [asks])
        }
        if words.says("statuscode: 5") {
            return file.cause(
                .probeAnswer(place, probe: kind), place, .likely,
                "The program itself answers \(name) with an error: it runs and says that it is not "
                    + "ready.", [asks])
        }
        return nil
    }
}

extension CaseFile {
    /// True if no run of the container has ever been ready for its probes.
    fileprivate func endsBeforeReady(_ place: ContainerPlace) -> Bool {
        guard let (_, container) = container(place) else { return false }
        return !container.status.ready && container.status.restartCount > 0
    }
}

extension [ContainerPort] {
    /// The declared port that was likely meant: the nearest name, or the only port.
    func port(like wanted: IntOrString) -> IntOrString? {
        if case .string(let name) = wanted,
            let near = nearestName(to: name.string, among: map(\.name))
        {
            return .string(Symbol(near))
        }
        guard count == 1, let only = first else { return nil }
        if case .string = wanted, !only.name.isEmpty { return .string(only.name) }
        return .int(only.containerPort)
    }
}
