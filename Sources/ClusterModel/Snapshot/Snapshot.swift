/// What was read of a cluster: compact objects by kind, and how completely each kind was read.
/// A value; the same input gives the same snapshot, whatever order its parts arrived in.
package struct Snapshot: Sendable {
    package var configMaps: [ConfigMap] = []
    package var controllerRevisions: [ControllerRevision] = []
    package var cronJobs: [CronJob] = []
    package var daemonSets: [DaemonSet] = []
    package var deployments: [Deployment] = []
    package var endpoints: [Endpoints] = []
    package var endpointSlices: [EndpointSlice] = []
    package var events: [Event] = []
    package var horizontalPodAutoscalers: [HorizontalPodAutoscaler] = []
    package var ingresses: [Ingress] = []
    package var ingressClasses: [IngressClass] = []
    package var jobs: [Job] = []
    package var limitRanges: [LimitRange] = []
    package var mutatingWebhooks: [MutatingWebhookConfiguration] = []
    package var namespaces: [Namespace] = []
    package var networkPolicies: [NetworkPolicy] = []
    package var nodes: [Node] = []
    package var persistentVolumes: [PersistentVolume] = []
    package var persistentVolumeClaims: [PersistentVolumeClaim] = []
    package var pods: [Pod] = []
    package var podDisruptionBudgets: [PodDisruptionBudget] = []
    package var replicaSets: [ReplicaSet] = []
    package var resourceQuotas: [ResourceQuota] = []
    package var secrets: [Secret] = []
    package var services: [Service] = []
    package var serviceAccounts: [ServiceAccount] = []
    package var statefulSets: [StatefulSet] = []
    package var storageClasses: [StorageClass] = []
    package var validatingWebhooks: [ValidatingWebhookConfiguration] = []

    /// Whom the API server knows the reader as, if by a certificate.
    package var clientIdentity: ClientIdentity?

    /// The namespaces that were read; empty for all.
    package var namespacesRead: Set<Symbol> = []

    /// Namespaces that are there but were not asked for: one of them may have been meant.
    package var namespacesLeftOut: Set<Symbol> = []

    /// One entry a kind, set by the source.
    package private(set) var coverage: [Kind: Coverage] = [:]

    package init() {}
}

extension Snapshot {
    package mutating func setCoverage(_ entry: Coverage) { coverage[entry.kind] = entry }

    /// True if an object of `kind` that is not here is not in the cluster (within the scope read).
    package func isComplete(_ kind: Kind) -> Bool { coverage[kind]?.isComplete ?? false }

    /// True if an object of `kind` in `namespace` that is not here is not in the cluster. A scan of
    /// one namespace knows nothing of the others.
    package func isComplete(_ kind: Kind, in namespace: Symbol) -> Bool {
        isComplete(kind)
            && (!kind.isNamespaced || namespacesRead.isEmpty || namespacesRead.contains(namespace))
    }

    /// Coverage in the order of the resources' names.
    package var coverageByName: [Coverage] {
        coverage.values.sorted { $0.kind.plural < $1.kind.plural }
    }
}

/// What is done, in one place, with each of the snapshot's arrays.
package protocol ObjectListVisitor {
    mutating func visit<T: KubeObject>(_ objects: inout [T]) throws
}

extension Snapshot {
    /// The one list of all kinds; everything that goes over "every kind" goes through here.
    package mutating func each<V: ObjectListVisitor>(_ visitor: inout V) throws {
        try visitor.visit(&configMaps)
        try visitor.visit(&controllerRevisions)
        try visitor.visit(&cronJobs)
        try visitor.visit(&daemonSets)
        try visitor.visit(&deployments)
        try visitor.visit(&endpoints)
        try visitor.visit(&endpointSlices)
        try visitor.visit(&events)
        try visitor.visit(&horizontalPodAutoscalers)
        try visitor.visit(&ingresses)
        try visitor.visit(&ingressClasses)
        try visitor.visit(&jobs)
        try visitor.visit(&limitRanges)
        try visitor.visit(&mutatingWebhooks)
        try visitor.visit(&namespaces)
        try visitor.visit(&networkPolicies)
        try visitor.visit(&nodes)
        try visitor.visit(&persistentVolumes)
        try visitor.visit(&persistentVolumeClaims)
        try visitor.visit(&pods)
        try visitor.visit(&podDisruptionBudgets)
        try visitor.visit(&replicaSets)
        try visitor.visit(&resourceQuotas)
        try visitor.visit(&secrets)
        try visitor.visit(&services)
        try visitor.visit(&serviceAccounts)
        try visitor.visit(&statefulSets)
        try visitor.visit(&storageClasses)
        try visitor.visit(&validatingWebhooks)
    }
}

extension Snapshot {
    /// The newest moment that the cluster itself wrote down, for judging a dump by its own time;
    /// not set if nothing in it is dated.
    package var newestMoment: Timestamp {
        var newest = Timestamp()
        for node in nodes {
            for condition in node.status.conditions {
                newest = max(newest, condition.lastHeartbeatTime, condition.lastTransitionTime)
            }
        }
        for event in events { newest = max(newest, event.lastSeen) }
        for pod in pods {
            newest = max(newest, pod.metadata.creationTimestamp)
            for condition in pod.status.conditions {
                newest = max(newest, condition.lastTransitionTime)
            }
            for status in pod.status.containerStatuses {
                newest = max(newest, status.lastState.terminated?.finishedAt ?? Timestamp())
                newest = max(newest, status.state.terminated?.finishedAt ?? Timestamp())
                newest = max(newest, status.state.running?.startedAt ?? Timestamp())
            }
        }
        for deployment in deployments {
            newest = max(newest, deployment.metadata.creationTimestamp)
            for condition in deployment.status.conditions {
                newest = max(newest, condition.lastUpdateTime)
            }
        }
        return newest
    }
}
