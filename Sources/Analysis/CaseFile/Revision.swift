package import ClusterModel
import Detection

/// The last change of a Deployment's pod template, as its ReplicaSets remember it.
package struct Revision: Sendable {
    package let workload: ObjectKey
    package let number: Int
    /// When pods of it were first made.
    package let since: Timestamp
    package let previous: Int
    /// The ReplicaSet that still has the template from before.
    package let previousReplicaSet: ReplicaSet
    package let changes: [FieldChange]

    /// Nil if there was no change, or if what was before is not in the snapshot.
    package init?(of key: ObjectKey, in index: ClusterIndex) {
        guard key.kind == .deployment,
            let deployment = index.deployment(key.namespace, key.name)
        else { return nil }
        let sets = index.replicaSets(ownedBy: key).compactMap { set in
            set.revision.map { (number: $0, set: set) }
        }.filter { !$0.set.spec.template.spec.containers.isEmpty }.sorted { $0.number > $1.number }
        guard let current = sets.first, let before = sets.dropFirst().first,
            let old = try? JSONValue(before.set.spec.template),
            let new = try? JSONValue(deployment.spec.template)
        else { return nil }
        let changes = JSONValue.changes(from: old, to: new).filter {
            !$0.path.hasSuffix("pod-template-hash")
        }
        if changes.isEmpty { return nil }
        workload = key
        number = current.number
        since = current.set.metadata.creationTimestamp
        previous = before.number
        previousReplicaSet = before.set
        self.changes = changes
    }
}

extension ReplicaSet {
    /// Counted by the Deployment's controller.
    fileprivate var revision: Int? {
        metadata.annotations["deployment.kubernetes.io/revision"].flatMap { Int($0.string) }
    }
}

extension Revision {
    /// True if the trouble came with it or after it; also where it is not known since when there is
    /// trouble.
    func precedes(_ trouble: Timestamp) -> Bool {
        !trouble.isSet || !since.isSet || trouble.since(since) >= -60
    }

    /// The change of a field that ends like this: `.image`.
    func change(_ suffix: String) -> FieldChange? {
        changes.first { $0.path.hasSuffix(suffix) }
    }

    /// As facts about the workload.
    func evidence(limit: Int = 4) -> [Evidence] {
        changes.prefix(limit).map {
            Evidence(
                workload, "spec.template.\($0.path)", $0.after ?? "not set",
                note: "was \($0.before ?? "not set") in revision \(previous)")
        }
    }
}
