package import ClusterModel

extension ClusterIndex {
    package func pod(_ key: ObjectKey) -> Pod? {
        key.kind == .pod ? position(of: key).map { snapshot.pods[$0] } : nil
    }

    /// The object as what makes pods; nil for other kinds, and for one that was not read.
    func maker(_ key: ObjectKey) -> (any Workload)? {
        guard let place = position(of: key) else { return nil }
        switch key.kind {
        case .cronJob: return snapshot.cronJobs[place]
        case .daemonSet: return snapshot.daemonSets[place]
        case .deployment: return snapshot.deployments[place]
        case .job: return snapshot.jobs[place]
        case .replicaSet: return snapshot.replicaSets[place]
        case .statefulSet: return snapshot.statefulSets[place]
        default: return nil
        }
    }

    /// What the pods of a workload are to be; for a pod, what it is.
    func podSpec(of key: ObjectKey) -> PodSpec? {
        pod(key)?.spec ?? maker(key)?.template.spec
    }

    /// The labels that the pods of a workload have; for a pod, its own.
    func podLabels(of key: ObjectKey) -> StringMap? {
        pod(key)?.metadata.labels ?? maker(key)?.template.metadata.labels
    }

    /// The object a person manages, above another.
    func topOwner(of key: ObjectKey) -> ObjectKey {
        metadata(of: key).flatMap { owners(of: $0).last } ?? key
    }

    /// Services that select a workload's pods.
    func services(selecting key: ObjectKey) -> [Service] {
        guard let labels = podLabels(of: key) else { return [] }
        return snapshot.services.inNamespace(key.namespace).filter {
            !$0.spec.selector.isEmpty && labels.contains($0.spec.selector)
        }
    }

    /// PodDisruptionBudgets that watch over a workload's pods.
    func budgets(over key: ObjectKey) -> [PodDisruptionBudget] {
        guard let labels = podLabels(of: key) else { return [] }
        return snapshot.podDisruptionBudgets.inNamespace(key.namespace).filter {
            $0.spec.selector.map { !$0.isEmpty && $0.matches(labels) } ?? false
        }
    }
}

extension PodSpec {
    /// Every container of the specification, and whether it is an init container.
    var allContainers: [(container: Container, isInit: Bool)] {
        self.initContainers.map { ($0, true) } + self.containers.map { ($0, false) }
    }

    func container(_ name: Symbol) -> (container: Container, isInit: Bool)? {
        allContainers.first { $0.container.name == name }
    }
}
