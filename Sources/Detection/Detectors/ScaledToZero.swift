import ClusterModel

/// Workloads without replicas although something expects them to answer.
enum ScaledToZero {
    static func findings(in view: ClusterView) -> [Finding] {
        let snapshot = view.snapshot
        let emptied: [any Workload] =
            snapshot.deployments.filter { $0.isEmptied(in: view) }
            + snapshot.statefulSets.filter { $0.isEmptied(in: view) }
            + snapshot.replicaSets.filter { $0.isEmptied(in: view) }
        if emptied.isEmpty { return [] }
        let expectations = TrafficExpectations(view)
        return emptied.compactMap { finding($0, expectations) }
    }

    private static func finding(
        _ workload: some Workload, _ expectations: TrafficExpectations
    ) -> Finding? {
        let traffic = expectations.traffic(of: workload)
        if traffic.isEmpty { return nil }
        return Finding(
            ReplicaMismatchDetector.rule, on: workload.key, cause: Cause(workload.key),
            severity: .high, title: "scaled to 0 replicas although traffic is expected",
            message: .message(workload.key, traffic), since: workload.emptiedAt,
            evidence: [Evidence(workload.key, "spec.replicas", "0")] + evidence(traffic),
            affected: traffic.keys)
    }

    private static func evidence(_ traffic: ExpectedTraffic) -> [Evidence] {
        traffic.services.map {
            Evidence(
                $0.key, "spec.selector", $0.spec.selector.text,
                note: "selects this workload's pods, and there are no others")
        }
            + traffic.ingresses.map { Evidence($0.key, $0.path, $0.service.string) }
            + traffic.scalers.map {
                Evidence(
                    $0.key, "spec.scaleTargetRef.name", $0.spec.scaleTargetRef.name.string,
                    note: "an HPA leaves a target with 0 replicas alone")
            }
    }
}

extension Workload {
    /// Scaled to zero by a person, not just now: what another controller owns, that one scales.
    fileprivate func isEmptied(in view: ClusterView) -> Bool {
        desiredReplicas == 0 && metadata.controller == nil && !metadata.isTerminating
            && view.age(changedAt) > view.settings.grace
    }

    /// The last change; not set where only the creation is known, which was hardly it.
    fileprivate var emptiedAt: Timestamp {
        changedAt > metadata.creationTimestamp ? changedAt : Timestamp()
    }
}

extension String {
    fileprivate static func message(_ workload: ObjectKey, _ traffic: ExpectedTraffic) -> String {
        let services = traffic.services.map { "Service \"\($0.metadata.name)\"" }
        let ingresses = Set(traffic.ingresses.map(\.key)).sorted().map { "Ingress \"\($0.name)\"" }
        let scalers = traffic.scalers.map { "HorizontalPodAutoscaler \"\($0.metadata.name)\"" }
        let waiting = (services + ingresses + scalers).joined(separator: ", ")
        return "\(workload) is scaled to 0 replicas, but traffic is expected (\(waiting)): "
            + (services.isEmpty
                ? "nothing scales it up from 0." : "no pod is there to answer requests.")
    }
}
