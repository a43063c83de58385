/// An object with an identity of its own.
package protocol KubeObject: Message {
    static var kind: Kind { get }
    var metadata: ObjectMeta { get set }
}

extension KubeObject {
    package var key: ObjectKey {
        ObjectKey(Self.kind, metadata.namespace, metadata.name)
    }
}

/// A KubeObject that makes pods from a template.
package protocol Workload: KubeObject {
    var template: PodTemplate { get }

    /// How many pods it wants; nil where that is not a fixed number (DaemonSets, Jobs).
    var desiredReplicas: Int? { get }

    /// When it was last changed, as far as that is known: at the latest when it was created.
    var changedAt: Timestamp { get }
}

extension Workload {
    package var changedAt: Timestamp { metadata.creationTimestamp }
}

extension Deployment {
    package var template: PodTemplate { spec.template }
    package var desiredReplicas: Int? { spec.replicas ?? 1 }
}

extension ReplicaSet {
    package var template: PodTemplate { spec.template }
    package var desiredReplicas: Int? { spec.replicas ?? 1 }
}

extension StatefulSet {
    package var template: PodTemplate { spec.template }
    package var desiredReplicas: Int? { spec.replicas ?? 1 }
}

extension DaemonSet {
    package var template: PodTemplate { spec.template }
    package var desiredReplicas: Int? { nil }
}

extension Job {
    package var template: PodTemplate { spec.template }
    package var desiredReplicas: Int? { nil }
}

extension CronJob {
    package var template: PodTemplate { spec.jobTemplate.spec.template }
    package var desiredReplicas: Int? { nil }
}
