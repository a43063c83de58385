import ClusterModel

/// Services that send traffic to nobody: the selector matches no pod, or no pod that is ready.
///
/// - Exceptions: headless, ExternalName and selectorless Services; those that publish unready
///   addresses; workloads scaled to zero (ReplicaMismatch judges them) and Jobs; a roll-out
///   inside its deadline; what is fresh, or has not been ready for less than the grace.
/// - Severity: high.
/// - Evidence: the selector, the nearest labels, the pods that are not ready.
enum ServiceNoEndpointsDetector: Detector {
    static let rule = Rule(
        "AEG-401", .serviceNoEndpoints, .high, layer: .traffic,
        "a Service's selector matches no ready pod")

    static func findings(in view: ClusterView) -> [Finding] {
        var selections = BackendsBySelection(view)
        let silent = view.snapshot.services.compactMap {
            silentBackends(of: $0, &selections, in: view)
        }
        if silent.isEmpty { return [] }
        let labels = WorkloadLabels(view.snapshot)
        var troubles: [Selection: Trouble?] = [:]
        return silent.compactMap { backends in
            if backends.live.isEmpty { return unmatched(backends, labels, in: view) }
            let selection = Selection(of: backends.service)
            let trouble = troubles[selection] ?? Trouble(backends, in: view)
            troubles[selection] = .some(trouble)
            return trouble.map { unready(backends, $0) }
        }
    }

    /// Nil for a Service with ready pods, and for one that needs none or is not judged yet.
    private static func silentBackends(
        of service: Service, _ selections: inout BackendsBySelection, in view: ClusterView
    ) -> ServiceBackends? {
        guard !service.spec.isHeadless, !service.spec.publishNotReadyAddresses,
            !view.isFresh(service.metadata), let backends = selections.backends(of: service),
            backends.ready.isEmpty,
            view.snapshot.isComplete(.pod, in: service.metadata.namespace)
        else { return nil }
        return backends
    }

    private static func unmatched(
        _ backends: ServiceBackends, _ labels: WorkloadLabels, in view: ClusterView
    ) -> Finding? {
        let service = backends.service
        let namespace = service.metadata.namespace
        let meant = labels.matching(service.spec.selector, in: namespace)
        // Scaled to zero, a Job between runs or a DaemonSet without nodes: not the Service's fault.
        // Nor is a workload that is only now getting its pods, all at once (Recreate) or the first.
        if meant.contains(where: { ($0.desired ?? 0) == 0 || $0.isChanging(in: view) }) {
            return nil
        }
        let near = meant.isEmpty ? labels.nearest(to: service.spec.selector, in: namespace) : nil
        var evidence = [
            Evidence(service.key, "spec.selector", service.spec.selector.text, note: "0 pods")
        ]
        for label in near?.found ?? [] {
            let workload = near?.workload ?? service.key
            evidence.append(
                Evidence(
                    workload, "spec.template.metadata.labels.\(label.key)", label.value.string,
                    note: "the nearest labels in the namespace"))
        }
        return Finding(
            rule, on: service.key, cause: Cause(service.key),
            title: "selects no pod", message: .unmatched(service, near),
            since: service.setAt, evidence: evidence,
            explainedBy: meant.map(\.key) + view.explanations(backends.pods))
    }

    private static func unready(_ backends: ServiceBackends, _ trouble: Trouble) -> Finding {
        let service = backends.service
        return Finding(
            rule, on: service.key, cause: Cause(service.key),
            title: "selects no ready pod", message: .unready(service, backends.live),
            since: trouble.since, evidence: trouble.evidence, explainedBy: trouble.explainedBy)
    }
}

/// Pods none of which is ready: the same for all Services that select them.
private struct Trouble {
    let since: Timestamp
    let evidence: [Evidence]
    let explainedBy: [ObjectKey]

    /// Nil for what is no outage.
    init?(_ backends: ServiceBackends, in view: ClusterView) {
        let pods = backends.live
        guard view.isOutage(backends),
            !pods.allSatisfy({ view.isRollingOut(view.index.workload(of: $0)) })
        else { return nil }
        since = backends.unreadySince
        evidence = pods.prefix(3).map {
            Evidence($0.key, "status.conditions[type=Ready].status", $0.readyText)
        }
        explainedBy = view.explanations(pods)
    }
}

extension WorkloadLabels.Entry {
    fileprivate func isChanging(in view: ClusterView) -> Bool {
        view.isRollingOut(key) || (changedAt.isSet && view.age(changedAt) < view.settings.grace)
    }
}

extension ClusterView {
    fileprivate func isRollingOut(_ workload: ObjectKey) -> Bool {
        workload.kind == .deployment
            && index.deployment(workload.namespace, workload.name)?.isRollingOut(at: now) ?? false
    }
}

extension Pod {
    fileprivate var readyText: String {
        guard let ready = status.condition("Ready") else { return "not set" }
        return ready.reason.isEmpty ? ready.status.string : "\(ready.status) (\(ready.reason))"
    }
}

extension String {
    fileprivate static func unmatched(_ service: Service, _ near: NearMiss?) -> String {
        let start =
            "\(service.key) sends traffic to nobody: its selector "
            + "\(service.spec.selector.text) matches no pod"
        guard let near else { return "\(start)." }
        let labels = near.found.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return "\(start); \(near.workload) has \(labels)."
    }

    fileprivate static func unready(_ service: Service, _ pods: [Pod]) -> String {
        let count = pods.count == 1 ? "the one pod" : "none of the \(pods.count) pods"
        return "\(service.key) sends traffic to nobody: \(count) that its selector "
            + "\(service.spec.selector.text) matches is \(pods.count == 1 ? "not " : "")ready."
    }
}
