import ClusterModel
import Detection

/// What the pods of a workload are to look like after a change.
struct PodShape {
    let workload: ObjectKey
    /// Nil if the change leaves the pods' specification as it is.
    let spec: PodSpec?
    let labels: StringMap

    /// The pod that takes the place, and keeps the name, of an old one.
    func pod(from old: Pod, settledAt: Timestamp) -> Pod {
        var pod = old
        guard let spec else { return pod }
        let node = old.spec.nodeName
        pod.spec = spec
        // A new pod is placed anew; a DaemonSet's stays on its node.
        pod.spec.nodeName = workload.kind == .daemonSet ? node : .empty
        for label in labels.entries { pod.metadata.labels[label.key] = label.value }
        pod.metadata.creationTimestamp = settledAt
        return pod
    }

    func pod(
        named name: Symbol, owner: OwnerReference, spec: PodSpec, settledAt: Timestamp
    ) -> Pod {
        var pod = Pod()
        pod.metadata.name = name
        pod.metadata.namespace = workload.namespace
        pod.metadata.labels = labels
        pod.metadata.ownerReferences = [owner]
        pod.metadata.creationTimestamp = settledAt
        pod.spec = spec
        pod.spec.nodeName = .empty
        return pod
    }
}

extension Pod {
    mutating func becomeUnschedulable(at moment: Timestamp) {
        var condition = DatedCondition()
        condition.type = "PodScheduled"
        condition.status = "False"
        condition.reason = "Unschedulable"
        condition.message = "no node takes the pod in the simulation"
        condition.lastTransitionTime = moment
        spec.nodeName = .empty
        status = PodStatus()
        status.phase = "Pending"
        status.conditions = [condition]
    }

    mutating func becomeReady(at moment: Timestamp) {
        var condition = DatedCondition()
        condition.type = "Ready"
        condition.status = "True"
        condition.lastTransitionTime = moment
        let gates = spec.readinessGates.map { gate in
            var open = condition
            open.type = gate.conditionType
            return open
        }
        status = PodStatus()
        status.phase = "Running"
        status.startTime = moment
        status.conditions = [condition] + gates
        status.containerStatuses = spec.containers.map { .running($0.name, at: moment) }
        status.initContainerStatuses = spec.initContainers.filter(\.isSidecar)
            .map { .running($0.name, at: moment) }
    }
}

extension ContainerStatus {
    static func running(_ name: Symbol, at moment: Timestamp) -> ContainerStatus {
        var status = ContainerStatus()
        status.name = name
        status.ready = true
        status.started = true
        var running = ContainerStateRunning()
        running.startedAt = moment
        status.state.running = running
        return status
    }
}
