import ClusterModel

/// StatefulSets that lack ready pods, with the first broken ordinal, an update that waits for one,
/// and StatefulSets whose governing Service does not exist.
///
/// - Exceptions: pods missing for less than the grace; a partitioned or OnDelete update whose pods
///   are all ready; a Service that may not have been read.
/// - Severity: high.
/// - Evidence: the Service's name, the replicas wanted and ready, the broken pod, the revisions.
enum StatefulSetStuckDetector: Detector {
    static let rule = Rule(
        "AEG-303", .statefulSetStuck, .high, layer: .workload,
        "a StatefulSet lacks ready pods, or the Service that names them")

    static func findings(in view: ClusterView) -> [Finding] {
        var hints = NameHints()
        return view.snapshot.statefulSets.compactMap { statefulSet in
            guard statefulSet.desiredReplicas != 0,
                view.age(statefulSet.changedAt) > view.settings.grace
            else { return nil }
            let hold = statefulSet.hold(in: view)
            let isOrphan = statefulSet.lacksService(in: view)
            if hold == nil, !isOrphan { return nil }
            let service = isOrphan ? view.missingService(statefulSet, &hints) : nil
            return finding(in: view, statefulSet, hold, service)
        }
    }

    private static func finding(
        in view: ClusterView, _ statefulSet: StatefulSet, _ hold: Hold?, _ service: MissingService?
    ) -> Finding {
        let key = statefulSet.key
        let unready = UnreadyPods(of: key, in: view)
        return Finding(
            rule, on: key, cause: Cause(key), title: .title(statefulSet, hold),
            message: .message(statefulSet, hold, service), since: hold?.since ?? Timestamp(),
            evidence: (service.map { [$0.evidence(key)] } ?? [])
                + (hold?.evidence(statefulSet) ?? []),
            explainedBy: unready.explanations(in: view), affected: unready.keys)
    }
}

/// What holds a StatefulSet up.
private struct Hold {
    /// Nil where pods were not read.
    let ordinal: BrokenOrdinal?
    let failure: Event?
    let since: Timestamp

    func evidence(_ statefulSet: StatefulSet) -> [Evidence] {
        let (key, status) = (statefulSet.key, statefulSet.status)
        var evidence = [
            Evidence(key, "status.readyReplicas", "\(status.readyReplicas)"),
            Evidence(key, "spec.replicas", "\(statefulSet.desiredReplicas ?? 1)"),
        ]
        if let pod = ordinal?.pod {
            evidence.append(
                Evidence(pod.key, "status.phase", pod.status.phase.string, note: pod.stateText))
        }
        if let failure {
            evidence.append(failure.evidence(on: key))
        }
        if statefulSet.isUpdating {
            evidence.append(
                Evidence(
                    key, "status.updateRevision", status.updateRevision.string,
                    note: "\(status.updatedReplicas) pods have it; the others are still of "
                        + "\(status.currentRevision)"))
        }
        return evidence
    }
}

/// The governing Service that is not there.
private struct MissingService {
    let name: Symbol
    let near: String?

    func evidence(_ key: ObjectKey) -> Evidence {
        Evidence(key, "spec.serviceName", name.string, note: "no such Service in the namespace")
    }

    var text: String {
        "its governing Service \"\(name)\" does not exist, so its pods have no names in DNS"
            + (near.map { "; did you mean \"\($0)\"?" } ?? ".")
    }
}

extension StatefulSet {
    /// Nil if it has all the pods it wants, or has lacked them for no longer than the grace.
    fileprivate func hold(in view: ClusterView) -> Hold? {
        guard status.readyReplicas < desiredReplicas ?? 1 else { return nil }
        let ordinal = firstBroken(in: view)
        let failure = view.creationFailure(of: self)
        if ordinal == nil, view.snapshot.isComplete(.pod, in: metadata.namespace) { return nil }
        // One that does not go is TerminatingStuck; one that starts up has its probes' time.
        if let pod = ordinal?.pod, pod.metadata.isTerminating || pod.isStarting(in: view) {
            return nil
        }
        // A pod that is being replaced is missing for a moment; if it stays so, the events say why.
        if let ordinal, ordinal.pod == nil, failure == nil, view.snapshot.isComplete(.event) {
            return nil
        }
        let since = ordinal?.since ?? changedAt
        guard view.age(since) > view.settings.grace else { return nil }
        return Hold(ordinal: ordinal, failure: failure, since: since)
    }

    fileprivate func lacksService(in view: ClusterView) -> Bool {
        !spec.serviceName.isEmpty && view.snapshot.isComplete(.service, in: metadata.namespace)
            && view.index.service(metadata.namespace, spec.serviceName) == nil
    }

    fileprivate var isUpdating: Bool {
        status.currentRevision != status.updateRevision && !status.updateRevision.isEmpty
            && spec.updateStrategy.type != "OnDelete"
    }
}

extension ClusterView {
    fileprivate func missingService(
        _ statefulSet: StatefulSet, _ hints: inout NameHints
    ) -> MissingService {
        let name = statefulSet.spec.serviceName
        let services = snapshot.services.inNamespace(statefulSet.metadata.namespace)
        return MissingService(
            name: name,
            near: hints.nearest(to: name, among: services.lazy.map { $0.metadata.name }))
    }
}

extension String {
    fileprivate static func title(_ statefulSet: StatefulSet, _ hold: Hold?) -> String {
        guard let hold else {
            return "the governing service \"\(statefulSet.spec.serviceName)\" does not exist"
        }
        guard let ordinal = hold.ordinal else { return "replicas are not ready" }
        return statefulSet.isUpdating
            ? "the rolling update is blocked at \(ordinal.name)" : "\(ordinal.name) is not ready"
    }

    fileprivate static func message(
        _ statefulSet: StatefulSet, _ hold: Hold?, _ service: MissingService?
    ) -> String {
        let key = statefulSet.key
        guard let hold else { return "\(key): " + (service?.text ?? "") }
        var text =
            "\(key) has \(statefulSet.status.readyReplicas) of \(statefulSet.desiredReplicas ?? 1) "
            + "replicas ready"
        if let ordinal = hold.ordinal {
            text += "; the first that is not is \(ordinal.name) (\(ordinal.state))"
            if statefulSet.isUpdating { text += ", at which its rolling update stops" }
        }
        if let failure = hold.failure { text += ": \(failure.message.excerpt)" }
        return text + (service.map { ". Besides, \($0.text)" } ?? ".")
    }
}
