import ClusterModel

/// One metric in the terms of the arithmetic.
struct HPAMetric {
    let resource: Symbol
    /// Empty for all containers.
    let container: Symbol
    let target: HPATarget
}

extension HPAScaler {
    init(_ hpa: HorizontalPodAutoscaler) {
        self.init(
            minReplicas: hpa.spec.minReplicas ?? 1, maxReplicas: hpa.spec.maxReplicas,
            behavior: hpa.spec.behavior)
    }
}

extension HorizontalPodAutoscaler {
    /// Nil stands for a metric that is not of pods' resources: its value is not known here.
    var resourceMetrics: [HPAMetric?] {
        if spec.metrics.isEmpty {
            // autoscaling/v1, and the API's default.
            let percent = spec.targetCPUUtilizationPercentage ?? 80
            return [HPAMetric(resource: "cpu", container: .empty, target: .utilization(percent))]
        }
        return spec.metrics.map { metric in
            if let resource = metric.resource {
                return HPAMetric(resource.name, .empty, resource.target)
            }
            return metric.containerResource.flatMap { HPAMetric($0.name, $0.container, $0.target) }
        }
    }

    /// The target share of the CPU request, if it steers by that.
    var cpuUtilization: Int? {
        resourceMetrics.lazy.compactMap { metric in
            guard let metric, metric.resource == "cpu",
                case .utilization(let percent) = metric.target
            else { return nil }
            return percent
        }.first
    }

    /// True if changing this request would change what the HPA does.
    func measuresAgainstRequest(of resource: MeasuredResource) -> Bool {
        resourceMetrics.contains { metric in
            guard let metric, case .utilization = metric.target else { return false }
            return metric.resource == resource.name
        }
    }

    var tolerance: HPATolerance {
        let (up, down) = (spec.behavior?.scaleUp?.tolerance, spec.behavior?.scaleDown?.tolerance)
        return HPATolerance(up: up?.amount ?? 0.1, down: down?.amount ?? 0.1)
    }

    /// KEDA makes an HPA for each of its ScaledObjects, and labels it.
    var scaledObject: Symbol? { metadata.labels["scaledobject.keda.sh/name"] }
}

extension HPAMetric {
    fileprivate init?(_ resource: Symbol, _ container: Symbol, _ target: MetricTarget) {
        if let percent = target.averageUtilization {
            self.init(resource: resource, container: container, target: .utilization(percent))
        } else if let value = target.averageValue {
            self.init(resource: resource, container: container, target: .averageValue(value.milli))
        } else {
            return nil
        }
    }
}
