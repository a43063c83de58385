package import ClusterModel

/// A container without the request that its HPA measures use against.
package struct RequestGap: Sendable {
    package let target: ObjectKey
    package let container: Symbol
    package let resource: Symbol
    package let utilization: Int
    /// Of the request that is not there.
    let path: String
    let metricPath: String

    /// Nil if all have one, or may have been given one by a LimitRange.
    package init?(of scaler: HorizontalPodAutoscaler, in view: ClusterView) {
        guard let target = scaler.target, let template = view.template(of: target) else {
            return nil
        }
        let pod = view.index.pods(ofWorkload: target).first {
            !$0.isFinished && !$0.metadata.isTerminating
        }
        let limitRanges = view.snapshot.limitRanges.inNamespace(scaler.metadata.namespace)
        if pod == nil, !limitRanges.isEmpty { return nil }
        for metric in scaler.utilizationMetrics {
            let gap = template.spec.gap(metric)
            guard let gap, pod == nil || pod?.spec.gap(metric) != nil else { continue }
            self.target = target
            container = template.spec.containers[gap].name
            resource = metric.resource
            utilization = metric.target
            path = "spec.template.spec.containers[\(gap)].resources.requests.\(resource)"
            metricPath = metric.path
            return
        }
        return nil
    }
}

/// A metric that steers to a share of what pods request.
private struct UtilizationMetric {
    let resource: Symbol
    /// Empty for all containers.
    var container = Symbol.empty
    let target: Int
    let path: String
}

extension HorizontalPodAutoscaler {
    fileprivate var utilizationMetrics: [UtilizationMetric] {
        if spec.metrics.isEmpty {
            // autoscaling/v1, and what the API server fills in where nothing is asked for.
            return [
                UtilizationMetric(
                    resource: "cpu", target: spec.targetCPUUtilizationPercentage ?? 80,
                    path: "spec.targetCPUUtilizationPercentage")
            ]
        }
        return spec.metrics.enumerated().compactMap { i, metric in
            let path = "spec.metrics[\(i)]"
            if let resource = metric.resource, let target = resource.target.averageUtilization {
                return UtilizationMetric(
                    resource: resource.name, target: target,
                    path: "\(path).resource.target.averageUtilization")
            }
            if let resource = metric.containerResource,
                let target = resource.target.averageUtilization
            {
                return UtilizationMetric(
                    resource: resource.name, container: resource.container, target: target,
                    path: "\(path).containerResource.target.averageUtilization")
            }
            return nil
        }
    }
}

extension PodSpec {
    /// The first container without the request that the metric needs.
    fileprivate func gap(_ metric: UtilizationMetric) -> Int? {
        if self.resources?.requests[metric.resource] != nil { return nil }
        return self.containers.firstIndex {
            (metric.container.isEmpty || metric.container == $0.name)
                && $0.resources.request(metric.resource) == nil
        }
    }
}

extension ClusterView {
    fileprivate func template(of target: ObjectKey) -> PodTemplate? {
        guard let place = index.position(of: target) else { return nil }
        switch target.kind {
        case .deployment: return snapshot.deployments[place].template
        case .replicaSet: return snapshot.replicaSets[place].template
        case .statefulSet: return snapshot.statefulSets[place].template
        default: return nil
        }
    }
}

/// Load that an HPA at its maximum cannot follow.
package struct LoadAtMaximum: Sendable {
    let since: Timestamp
    /// Of the condition that says so.
    let place: Int
    /// `: cpu is at 380 % of its request, the target being 60 %`, or nothing.
    var text = ""
    var evidence: [Evidence] = []
}

extension HorizontalPodAutoscaler {
    /// Nil below the maximum, or if what is measured does not exceed its target.
    package var loadAtMaximum: LoadAtMaximum? {
        guard spec.maxReplicas > 0, status.currentReplicas >= spec.maxReplicas,
            let place = status.conditions.firstIndex(where: {
                $0.type == "ScalingLimited" && $0.status == "True"
                    && $0.reason == "TooManyReplicas"
            })
        else { return nil }
        var load = LoadAtMaximum(
            since: status.conditions[place].lastTransitionTime, place: place)
        let metrics = utilizationMetrics.filter { $0.container.isEmpty }
        var isMeasured = false
        for (i, current) in status.currentMetrics.enumerated() {
            guard let resource = current.resource,
                let value = resource.current.averageUtilization,
                let metric = metrics.first(where: { $0.resource == resource.name })
            else { continue }
            isMeasured = true
            guard value > metric.target else { continue }
            load.text =
                ": \(resource.name) is at \(value) % of the request, the target being "
                + "\(metric.target) %"
            load.evidence.append(
                Evidence(
                    key, "status.currentMetrics[\(i)].resource.current.averageUtilization",
                    "\(value)", note: "the target is \(metric.target)"))
        }
        return isMeasured && load.evidence.isEmpty ? nil : load
    }
}
