package import ClusterModel
package import StructuredData

/// `namespace/name` → how the pod is.
package struct PodHealthIndex: Index {
    private let pods: ObjectTable<Pod>

    package init(_ source: IndexSource) { pods = ObjectTable(source.pods) }

    package var count: Int { pods.count }
    package subscript(place: Int) -> PodHealth { PodHealth(pods[place]) }
    package subscript(key: String) -> PodHealth? { pods[key].map(PodHealth.init) }
}

/// How a pod is.
package struct PodHealth: IndexEntry {
    package static let kindName = "PodHealth"

    package private(set) var key = ""
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    package var phase = Symbol.empty
    package var healthy = Always(false)
    package var ready = Always(false)
    /// Of the containers that are to keep running, sidecars among them, as kubectl counts.
    package var readyContainers = Always(0)
    package var containers = Always(0)
    /// Of all containers, init containers too.
    package var restarts = Always(0)
    package var node = Always(Symbol.empty)
    package var terminating = false
    /// Why it is as it is, in a word.
    package var reason = Symbol.empty
    /// Why a container of it last ended.
    package var lastTermination = Symbol.empty

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ pod: Pod) {
        key = pod.key.text
        namespace = pod.metadata.namespace
        name = pod.metadata.name
        phase = pod.status.phase
        healthy.value = pod.isHealthy
        ready.value = pod.isReady
        let sidecars = pod.spec.initContainers.filter(\.isSidecar).map(\.name)
        containers.value = pod.spec.containers.count + sidecars.count
        for status in pod.status.containerStatuses {
            restarts.value += status.restartCount
            if status.ready { readyContainers.value += 1 }
        }
        for status in pod.status.initContainerStatuses {
            restarts.value += status.restartCount
            if status.ready, sidecars.contains(status.name) { readyContainers.value += 1 }
        }
        node.value = pod.spec.nodeName
        terminating = pod.metadata.isTerminating
        reason = pod.stateReason
        lastTermination = pod.lastTermination
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("namespace", 2, &namespace)
        try visit.field("name", 3, &name)
        try visit.field("phase", 4, &phase)
        try visit.field("healthy", 5, &healthy)
        try visit.field("ready", 6, &ready)
        try visit.field("readyContainers", 7, &readyContainers)
        try visit.field("containers", 8, &containers)
        try visit.field("restarts", 9, &restarts)
        try visit.field("node", 10, &node)
        try visit.field("terminating", 11, &terminating)
        try visit.field("reason", 12, &reason)
        try visit.field("lastTermination", 13, &lastTermination)
    }
}

extension Pod {
    /// The pod's own reason, else what a container waits for or ended with, else what the scheduler
    /// or the kubelet says; empty for a pod that runs and is ready.
    fileprivate var stateReason: Symbol {
        if !status.reason.isEmpty { return status.reason }
        let states = (status.initContainerStatuses + status.containerStatuses).map(\.state)
        let waiting = states.lazy.compactMap { $0.waiting?.reason }.first { !$0.isEmpty }
        if let waiting { return waiting }
        let ends = states.compactMap { $0.terminated?.reason }.filter { !$0.isEmpty }
        if let end = ends.first(where: { $0 != "Completed" }) ?? (isFinished ? ends.first : nil) {
            return end
        }
        if isFinished { return .empty }
        let steps: [Symbol] = ["PodScheduled", "Ready"]
        return steps.lazy.compactMap { status.condition($0) }
            .first { $0.status == "False" && !$0.reason.isEmpty }?.reason ?? .empty
    }

    /// Of the container that ended last.
    fileprivate var lastTermination: Symbol {
        (status.initContainerStatuses + status.containerStatuses)
            .compactMap { $0.state.terminated ?? $0.lastState.terminated }
            .max { $0.finishedAt < $1.finishedAt }?.reason ?? .empty
    }
}
