package import StructuredData

/// Which objects of an input belong to the snapshot.
package struct ObjectFilter: Sendable {
    /// Empty for all namespaces. Cluster-scoped objects always pass.
    package var namespaces: Set<Symbol> = []
    /// The part that is wanted, if not all.
    package var shard: Shard?
    /// Objects of other kinds are passed over.
    package var kinds = Set(Kind.listed)
    package init() {}

    func admits(_ kind: Kind, _ metadata: ObjectMeta) -> Bool {
        if let shard, !shard.holds(kind, metadata) { return false }
        if namespaces.isEmpty { return true }
        // A namespace is part of itself: `-n shop` is not about the others.
        if kind == .namespace { return namespaces.contains(metadata.name) }
        return !kind.isNamespaced || namespaces.contains(metadata.namespace)
    }
}

extension Snapshot {
    /// Reads one object of `kind` and keeps it if the filter admits it.
    ///
    /// Nothing is kept if reading throws, so a cut item can be read again.
    /// - Parameter metadataOnly: the object is a PartialObjectMetadata, which says nothing of keys.
    package mutating func read(
        _ kind: Kind, from reader: inout Reader, filter: ObjectFilter, metadataOnly: Bool = false
    ) throws {
        switch kind {
        case .configMap:
            try Self.add(&configMaps, &reader, filter) {
                $0.keysUnknown = $0.keysUnknown || metadataOnly
            }
        case .controllerRevision: try Self.add(&controllerRevisions, &reader, filter)
        case .cronJob: try Self.add(&cronJobs, &reader, filter)
        case .daemonSet: try Self.add(&daemonSets, &reader, filter)
        case .deployment: try Self.add(&deployments, &reader, filter)
        case .endpoints: try Self.add(&endpoints, &reader, filter)
        case .endpointSlice: try Self.add(&endpointSlices, &reader, filter)
        case .event: try Self.add(&events, &reader, filter)
        case .horizontalPodAutoscaler: try Self.add(&horizontalPodAutoscalers, &reader, filter)
        case .ingress: try Self.add(&ingresses, &reader, filter)
        case .ingressClass: try Self.add(&ingressClasses, &reader, filter)
        case .job: try Self.add(&jobs, &reader, filter)
        case .limitRange: try Self.add(&limitRanges, &reader, filter)
        case .mutatingWebhookConfiguration: try Self.add(&mutatingWebhooks, &reader, filter)
        case .namespace:
            if let other = try Self.add(&namespaces, &reader, filter) {
                namespacesLeftOut.insert(other.name)
            }
        case .networkPolicy: try Self.add(&networkPolicies, &reader, filter)
        case .node: try Self.add(&nodes, &reader, filter)
        case .persistentVolume: try Self.add(&persistentVolumes, &reader, filter)
        case .persistentVolumeClaim: try Self.add(&persistentVolumeClaims, &reader, filter)
        case .pod:
            let previous = pods.last
            try Self.add(&pods, &reader, filter) { $0.compact(after: previous) }
        case .podDisruptionBudget: try Self.add(&podDisruptionBudgets, &reader, filter)
        case .replicaSet: try Self.add(&replicaSets, &reader, filter)
        case .resourceQuota: try Self.add(&resourceQuotas, &reader, filter)
        case .secret:
            try Self.add(&secrets, &reader, filter) {
                $0.keysUnknown = $0.keysUnknown || metadataOnly
            }
        case .service: try Self.add(&services, &reader, filter)
        case .serviceAccount: try Self.add(&serviceAccounts, &reader, filter)
        case .statefulSet: try Self.add(&statefulSets, &reader, filter)
        case .storageClass: try Self.add(&storageClasses, &reader, filter)
        case .user: try reader.skipValue()
        case .validatingWebhookConfiguration: try Self.add(&validatingWebhooks, &reader, filter)
        }
    }

    /// Not a method of the instance: for its sake each call would copy the snapshot, and with it,
    /// when the array grows, the array.
    /// - Returns: whose object the filter did not admit.
    @discardableResult
    private static func add<T: KubeObject>(
        _ objects: inout [T], _ reader: inout Reader, _ filter: ObjectFilter,
        finish: (inout T) -> Void = { _ in }
    ) throws -> ObjectMeta? {
        var object = T()
        try object.read(from: &reader)
        guard !object.metadata.name.isEmpty else {
            throw reader.error(.typeMismatch, "a \(T.kind.name) without metadata.name")
        }
        guard filter.admits(T.kind, object.metadata) else { return object.metadata }
        finish(&object)
        objects.append(object)
        return nil
    }
}

extension Pod {
    /// Drops what says nothing and shares what is equal with the pod before, which in a list is
    /// most often of the same ReplicaSet.
    fileprivate mutating func compact(after previous: Pod?) {
        // The kubelet's steps say nothing once they hold. Others do: a disruption, a readiness gate.
        // Filtered into new arrays, which are as long as what they hold.
        status.conditions = status.conditions.filter {
            $0.status != .true || !Self.steps.contains($0.type)
        }
        // An init container that did its work says nothing either.
        if status.initContainerStatuses.allSatisfy(\.isDone) { status.initContainerStatuses = [] }
        guard let previous else { return }
        spec.share(with: previous.spec)
        metadata.share(with: previous.metadata)
    }

    private static let steps: [Symbol] = [
        "ContainersReady", "Initialized", "PodReadyToStartContainers", "PodScheduled",
    ]
}

extension ContainerStatus {
    fileprivate var isDone: Bool {
        restartCount == 0 && state.terminated.map { $0.exitCode == 0 } ?? false
    }
}

extension ObjectMeta {
    fileprivate mutating func share(with other: ObjectMeta) {
        if labels == other.labels { labels = other.labels }
        ownerReferences.share(with: other.ownerReferences)
        if annotations == other.annotations { annotations = other.annotations }
    }
}

extension Symbol {
    fileprivate static let `true`: Symbol = "True"
}
