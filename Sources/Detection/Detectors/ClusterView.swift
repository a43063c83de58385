package import ClusterModel

/// What detectors look at: a snapshot with its look-ups, the moment it is judged at, and the
/// pods that are not plainly healthy.
package struct ClusterView: Sendable {
    package let index: ClusterIndex
    package let now: Timestamp
    package let settings: DetectionSettings
    /// Pods worth a second look, in order. In a large cluster almost all pods are plainly healthy,
    /// so the pod detectors go over these alone.
    package let suspects: [Pod]

    package var snapshot: Snapshot { index.snapshot }

    package init(_ index: ClusterIndex, now: Timestamp, settings: DetectionSettings = .init()) {
        self.index = index
        self.now = now
        self.settings = settings
        suspects = index.snapshot.pods.filter { !$0.isPlainlyHealthy }
    }
}

extension ClusterView {
    /// Seconds from `moment` to now.
    package func age(_ moment: Timestamp) -> Int { now.since(moment) }

    /// True if `moment` lies within the window in which past trouble still counts.
    package func isRecent(_ moment: Timestamp) -> Bool {
        moment.isSet && age(moment) <= settings.window
    }

    /// Events about the object that belong to its present life: not older than the object itself,
    /// since pods of a StatefulSet keep their names, and within the window.
    package func events(about key: ObjectKey, createdAt: Timestamp) -> [Event] {
        index.events(about: key).filter {
            (!createdAt.isSet || $0.lastSeen >= createdAt) && isRecent($0.lastSeen)
        }
    }

    package func events(about pod: Pod) -> [Event] {
        events(about: pod.key, createdAt: pod.metadata.creationTimestamp)
            .filter {
                $0.involvedObject.uid.isEmpty || pod.metadata.uid.isEmpty
                    || $0.involvedObject.uid == pod.metadata.uid
            }
    }

    /// The cause for trouble in a pod's own template: the workload, told apart by `detail`.
    package func workloadCause(of pod: Pod, detail: String = "") -> Cause {
        Cause(index.workload(of: pod), detail: detail)
    }

    /// What explains a pod's trouble from further down: its node.
    package func foundations(of pod: Pod) -> [ObjectKey] {
        pod.spec.nodeName.isEmpty ? [] : [ObjectKey(.node, .empty, pod.spec.nodeName)]
    }
}

extension Pod {
    /// True for a pod about which nothing needs saying: finished well, or running with everything
    /// ready and never restarted.
    package var isPlainlyHealthy: Bool {
        if metadata.isTerminating { return false }
        if status.phase == "Succeeded" { return true }
        return status.phase == "Running" && !status.containerStatuses.isEmpty
            && status.containerStatuses.allSatisfy { $0.ready && $0.restartCount == 0 }
            && status.initContainerStatuses.allSatisfy { $0.restartCount == 0 }
            && (status.condition("Ready").map { $0.status == "True" } ?? true)
    }

    package var isReady: Bool { status.condition("Ready")?.status == "True" }

    /// True once the pod has ended, well or not.
    package var isFinished: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
}
