package import ClusterModel

/// What stands behind a Service that selects pods.
package struct ServiceBackends: Sendable {
    package let service: Service
    /// Selected pods that have not ended.
    package let pods: [Pod]
    /// Selected pods that are to stay.
    let live: [Pod]
    package let ready: [Pod]

    init(service: Service, pods: [Pod]) {
        self.service = service
        self.pods = pods
        live = pods.filter { !$0.metadata.isTerminating }
        ready = live.filter(\.isReady)
    }

    /// The same pods behind another Service, which selects alike.
    fileprivate init(_ service: Service, alike other: ServiceBackends) {
        self.service = service
        pods = other.pods
        live = other.live
        ready = other.ready
    }

    /// Since when no pod has been ready, as far as the pods that are to stay tell; not set if unknown.
    var unreadySince: Timestamp { live.map(\.unreadySince).max() ?? Timestamp() }
}

/// What a Service selects: twenty thousand Services may select the same thousand pods.
struct Selection: Hashable {
    private let namespace: Symbol
    private let selector: StringMap

    init(of service: Service) {
        namespace = service.metadata.namespace
        selector = service.spec.selector
    }
}

/// The backends of many Services, looked for once for those that select alike.
struct BackendsBySelection {
    private let view: ClusterView
    private var known: [Selection: ServiceBackends] = [:]

    init(_ view: ClusterView) { self.view = view }

    /// As `ClusterView.backends(of:)`.
    mutating func backends(of service: Service) -> ServiceBackends? {
        let selection = Selection(of: service)
        if let alike = known[selection], service.spec.type != "ExternalName" {
            return ServiceBackends(service, alike: alike)
        }
        let found = view.backends(of: service)
        if let found { known[selection] = found }
        return found
    }
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

    /// True once a Service has lacked ready pods for longer than a restart may take: a probe that
    /// fails once is no outage.
    func isOutage(_ backends: ServiceBackends) -> Bool {
        let since = backends.unreadySince
        return backends.ready.isEmpty && !(since.isSet && age(since) < settings.grace)
            && (backends.live.isEmpty || !backends.live.allSatisfy { isFresh($0.metadata) })
    }

    /// True while the object is too young to be judged.
    package func isFresh(_ metadata: ObjectMeta) -> Bool {
        metadata.creationTimestamp.isSet && age(metadata.creationTimestamp) < settings.grace
    }
}
