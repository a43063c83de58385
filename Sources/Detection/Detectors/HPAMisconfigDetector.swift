import ClusterModel

/// HPAs that cannot scale: no such target, no requests to measure against, no metrics; and HPAs
/// that may not go as high as their load asks.
///
/// - Exceptions: HPAs and conditions younger than the grace; a target with 0 replicas; a pause
///   after scaling; metrics that are missing because no pod of the target is ready, which is the
///   target's incident; an HPA at its minimum, or at its maximum without load above the target.
/// - Severity: medium.
/// - Evidence: the target, the container without a request, the condition, the load.
enum HPAMisconfigDetector: Detector {
    static let rule = Rule(
        "AEG-307", .hpaMisconfig, .medium, layer: .traffic,
        "a HorizontalPodAutoscaler cannot scale its target")

    static func findings(in view: ClusterView) -> [Finding] {
        let scalers = view.snapshot.horizontalPodAutoscalers.filter { !view.isFresh($0.metadata) }
        let hints = scalers.count { $0.lacksTarget(in: view) } <= nearestNameLimit
        return scalers.compactMap { scaler in
            if scaler.lacksTarget(in: view) {
                return missingTarget(in: view, scaler, hints: hints)
            }
            return missingRequest(in: view, scaler)
                ?? condition("AbleToScale", in: view, scaler)
                ?? condition("ScalingActive", in: view, scaler) ?? pinned(in: view, scaler)
        }
    }

    private static func missingTarget(
        in view: ClusterView, _ scaler: HorizontalPodAutoscaler, hints: Bool
    ) -> Finding {
        let target = scaler.spec.scaleTargetRef
        let names = hints ? scaler.target.map(view.siblings) ?? [] : []
        let near = nearestName(to: target.name.string, among: names)
        return Finding(
            rule, on: scaler.key, cause: Cause(scaler.key),
            title: "the target \(scaler.targetText) does not exist",
            message: "\(scaler.key) scales \(scaler.targetText), which does not exist"
                + (near.map { "; did you mean \"\($0)\"?" } ?? "."),
            evidence: [
                Evidence(
                    scaler.key, "spec.scaleTargetRef.name", target.name.string,
                    note: "no such \(target.kind) in the namespace")
            ])
    }

    private static func missingRequest(
        in view: ClusterView, _ scaler: HorizontalPodAutoscaler
    ) -> Finding? {
        guard let gap = RequestGap(of: scaler, in: view) else { return nil }
        return Finding(
            rule, on: scaler.key, cause: Cause(scaler.key),
            title: "container \"\(gap.container)\" has no \(gap.resource) request to scale by",
            message: "\(scaler.key) scales \(gap.target) by \(gap.resource) utilization, which is "
                + "a share of the request, but container \"\(gap.container)\" has no "
                + "\(gap.resource) request.",
            evidence: [
                Evidence(gap.target, gap.path, "not set"),
                Evidence(scaler.key, gap.metricPath, "\(gap.utilization)"),
            ])
    }

    private static func condition(
        _ type: Symbol, in view: ClusterView, _ scaler: HorizontalPodAutoscaler
    ) -> Finding? {
        guard
            let place = scaler.status.conditions.firstIndex(where: {
                $0.type == type && $0.status == "False"
            })
        else { return nil }
        let condition = scaler.status.conditions[place]
        // A target without replicas turns scaling off; a back-off is the pause after scaling.
        guard condition.reason != "ScalingDisabled", !condition.reason.hasPrefix("Backoff"),
            view.age(condition.lastTransitionTime) > view.settings.grace
        else { return nil }
        return Finding(
            rule, on: scaler.key, cause: Cause(scaler.key),
            title: "cannot scale: \(condition.reason)",
            message: "\(scaler.key) cannot scale \(scaler.targetText) (\(type) is False, "
                + "\(condition.reason)): \(condition.message.excerpt)",
            since: condition.lastTransitionTime,
            evidence: [
                Evidence(scaler.key, "status.conditions[\(place)].reason", condition.reason.string),
                Evidence(
                    scaler.key, "status.conditions[\(place)].message", condition.message.excerpt),
            ],
            explainedBy: view.missingMetricsExplanations(scaler))
    }

    private static func pinned(
        in view: ClusterView, _ scaler: HorizontalPodAutoscaler
    ) -> Finding? {
        guard let load = scaler.loadAtMaximum,
            view.age(load.since) > view.settings.grace
        else { return nil }
        let (key, maximum) = (scaler.key, scaler.spec.maxReplicas)
        return Finding(
            rule, on: key, cause: Cause(key),
            title: "held at its maximum of \(maximum) replicas under load",
            message: "\(key) has scaled \(scaler.targetText) to its maximum of \(maximum) "
                + "replicas, and the load asks for more" + load.text + ".",
            since: load.since,
            evidence: [
                Evidence(key, "spec.maxReplicas", "\(maximum)"),
                Evidence(key, "status.currentReplicas", "\(scaler.status.currentReplicas)"),
                Evidence(
                    key, "status.conditions[\(load.place)].reason", "TooManyReplicas"),
            ] + load.evidence)
    }
}

extension HorizontalPodAutoscaler {
    /// Of kinds that can be scaled, and were all read.
    fileprivate func lacksTarget(in view: ClusterView) -> Bool {
        guard let target, [.deployment, .replicaSet, .statefulSet].contains(target.kind) else {
            return false
        }
        return view.snapshot.isComplete(target.kind, in: target.namespace)
            && !view.index.contains(target)
    }

    fileprivate var targetText: String {
        "\(spec.scaleTargetRef.kind) \"\(spec.scaleTargetRef.name)\""
    }
}

extension ClusterView {
    /// Names of the kind in the namespace.
    fileprivate func siblings(of target: ObjectKey) -> [Symbol] {
        switch target.kind {
        case .deployment:
            snapshot.deployments.inNamespace(target.namespace).map(\.metadata.name)
        case .replicaSet:
            snapshot.replicaSets.inNamespace(target.namespace).map(\.metadata.name)
        case .statefulSet:
            snapshot.statefulSets.inNamespace(target.namespace).map(\.metadata.name)
        default: []
        }
    }

    /// Without one ready pod there is nothing to measure: the target's trouble. Else it is the
    /// metrics server's, if that is in the snapshot and has any.
    fileprivate func missingMetricsExplanations(_ scaler: HorizontalPodAutoscaler) -> [ObjectKey] {
        let server = ObjectKey(.deployment, "kube-system", "metrics-server")
        guard let target = scaler.target,
            !index.pods(ofWorkload: target).contains(where: \.isReady)
        else { return [server] }
        return [target] + UnreadyPods(of: target, in: self).explanations(in: self) + [server]
    }
}
