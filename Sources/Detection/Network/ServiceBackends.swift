package import ClusterModel

/// What stands behind a Service that selects pods.
package struct ServiceBackends: Sendable {
    package let service: Service
    /// Selected pods that have not ended.
    package let pods: [Pod]

    package var ready: [Pod] { pods.filter { $0.isReady && !$0.metadata.isTerminating } }
}

extension ClusterView {
    /// Nil for Services whose endpoints are not their selector's: ExternalName and those without
    /// a selector.
    package func backends(of service: Service) -> ServiceBackends? {
        guard service.spec.type != "ExternalName", !service.spec.selector.isEmpty else {
            return nil
        }
        let pods = index.pods(
            inNamespace: service.metadata.namespace, with: service.spec.selector)
        return ServiceBackends(service: service, pods: pods.filter { !$0.isFinished })
    }

    /// Pods and, above them, workloads: what explains trouble of whatever depends on the pods.
    package func explanations(_ pods: [Pod]) -> [ObjectKey] {
        pods.flatMap { [$0.key, index.workload(of: $0)] + foundations(of: $0) }
    }

    /// True while the object is too young to be judged.
    package func isFresh(_ metadata: ObjectMeta) -> Bool {
        metadata.creationTimestamp.isSet && age(metadata.creationTimestamp) < settings.grace
    }
}
