import ClusterModel
import Detection

/// The pod templates that a workload has and had, the newest first: a Deployment's are in its
/// ReplicaSets, a StatefulSet's and a DaemonSet's in their ControllerRevisions.
struct TemplateHistory {
    struct Entry {
        let name: Symbol
        let number: Int
        /// When it came into force; not set where it came back from an earlier time, which is not
        /// written down.
        var since: Timestamp
        let template: PodTemplate
    }

    let entries: [Entry]

    /// Empty for other kinds, and where nothing of it was read.
    init(of key: ObjectKey, in index: ClusterIndex) {
        var entries = Self.entries(of: key, in: index)
            .filter { !$0.template.spec.containers.isEmpty }.sorted { $0.number > $1.number }
        if entries.count > 1, entries[0].since < entries[1].since { entries[0].since = Timestamp() }
        self.entries = entries
    }

    private static func entries(of key: ObjectKey, in index: ClusterIndex) -> [Entry] {
        switch key.kind {
        case .deployment:
            index.replicaSets(ownedBy: key).compactMap { set in
                set.metadata.deploymentRevision.map {
                    Entry(
                        name: set.metadata.name, number: $0, since: set.metadata.creationTimestamp,
                        template: set.spec.template.withoutHash)
                }
            }
        case .daemonSet, .statefulSet:
            index.snapshot.controllerRevisions.inNamespace(key.namespace)
                .filter { $0.metadata.controllerKey == key }.map {
                    Entry(
                        name: $0.metadata.name, number: $0.revision, since: $0.changedAt,
                        template: $0.template)
                }
        default: []
        }
    }

    /// What `kubectl rollout undo --to-revision` brings back.
    func template(ofRevision number: Int) -> PodTemplate? {
        entries.first { $0.number == number }?.template
    }
}

extension PodTemplate {
    /// As the Deployment has it: the hash is its controller's, to tell ReplicaSets apart.
    fileprivate var withoutHash: PodTemplate {
        var template = self
        let own = metadata.labels.entries.filter { $0.key != "pod-template-hash" }
        template.metadata.labels = StringMap(own.map { ($0.key, $0.value) })
        return template
    }
}
