package import ClusterModel

/// What expects a workload to have pods: Services that nothing else serves, the Ingresses behind
/// which they stand, HPAs that scale it.
package struct ExpectedTraffic: Sendable {
    package var services: [Service] = []
    package var ingresses: [(key: ObjectKey, path: String, service: Symbol)] = []
    package var scalers: [HorizontalPodAutoscaler] = []

    package var isEmpty: Bool { services.isEmpty && scalers.isEmpty }

    /// Everything that waits for pods.
    package var keys: [ObjectKey] {
        services.map(\.key) + ingresses.map(\.key) + scalers.map(\.key)
    }
}

/// Tells what traffic workloads without replicas are expected to take.
package struct TrafficExpectations: Sendable {
    private let view: ClusterView
    private let selection: ServiceSelection
    private var scalers: [ObjectKey: [HorizontalPodAutoscaler]] = [:]
    private var routes: [ObjectKey: [(key: ObjectKey, path: String)]] = [:]

    package init(_ view: ClusterView) {
        self.view = view
        selection = ServiceSelection(view.snapshot.services)
        for scaler in view.snapshot.horizontalPodAutoscalers {
            if let target = scaler.target { scalers[target, default: []].append(scaler) }
        }
        for ingress in view.snapshot.ingresses {
            for (path, backend) in ingress.backends {
                let service = ObjectKey(.service, ingress.metadata.namespace, backend.name)
                routes[service, default: []].append((ingress.key, "\(path).service.name"))
            }
        }
    }

    /// Nothing for a workload that is meant to sleep: scaled to zero by its HPA, by KEDA, or by a
    /// downscaler that has noted how many replicas to wake it with.
    package func traffic(of workload: some Workload) -> ExpectedTraffic {
        let scalers = scalers[workload.key] ?? []
        let sleeps = workload.metadata.annotations["downscaler/original-replicas"] != nil
        if sleeps || scalers.contains(where: \.scalesToZero) { return ExpectedTraffic() }
        let services =
            selection
            .services(
                in: workload.metadata.namespace, selecting: workload.template.metadata.labels
            )
            .filter { !isServed($0) }
        let ingresses = services.flatMap { service in
            (routes[service.key] ?? []).map { ($0.key, $0.path, service.metadata.name) }
        }
        return ExpectedTraffic(services: services, ingresses: ingresses, scalers: scalers)
    }

    /// True if other pods answer, or may: those that could not be read count as answering.
    private func isServed(_ service: Service) -> Bool {
        let (namespace, selector) = (service.metadata.namespace, service.spec.selector)
        if view.snapshot.isComplete(.pod, in: namespace) {
            return view.index.pods(inNamespace: namespace, with: selector)
                .contains { !$0.isFinished && !$0.metadata.isTerminating }
        }
        // A dump of workloads alone: another one of the same labels may have the pods.
        guard view.snapshot.isLeftOut(.pod) else { return true }
        return hasReplicas(view.snapshot.deployments, namespace, selector)
            || hasReplicas(view.snapshot.statefulSets, namespace, selector)
            || hasReplicas(view.snapshot.daemonSets, namespace, selector)
    }

    private func hasReplicas(
        _ workloads: [some Workload], _ namespace: Symbol, _ selector: StringMap
    ) -> Bool {
        workloads.inNamespace(namespace).contains {
            $0.desiredReplicas != 0 && $0.template.metadata.labels.contains(selector)
        }
    }
}
