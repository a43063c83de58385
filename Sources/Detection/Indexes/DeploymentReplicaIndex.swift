package import ClusterModel
package import StructuredData

/// `namespace/name` → how many pods the Deployment wants and has.
package struct DeploymentReplicaIndex: Index {
    private let deployments: ObjectTable<Deployment>

    package init(_ source: IndexSource) {
        deployments = ObjectTable(source.admitted(source.snapshot.deployments))
    }

    package var count: Int { deployments.count }
    package subscript(place: Int) -> DeploymentReplicas { DeploymentReplicas(deployments[place]) }
    package subscript(key: String) -> DeploymentReplicas? {
        deployments[key].map(DeploymentReplicas.init)
    }
}

/// A Deployment's pods in numbers, from its spec and its status.
package struct DeploymentReplicas: IndexEntry {
    package static let kindName = "DeploymentReplicas"

    package private(set) var key = ""
    package var namespace = Symbol.empty
    package var name = Symbol.empty
    package var desired = Always(0)
    package var ready = Always(0)
    package var available = Always(0)
    package var updated = Always(0)
    package var unavailable = Always(0)
    /// The roll-out's number, as `kubectl rollout history` counts; absent before the first.
    package var revision = 0

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    init(_ deployment: Deployment) {
        let status = deployment.status
        key = deployment.key.text
        namespace = deployment.metadata.namespace
        name = deployment.metadata.name
        desired.value = deployment.desiredReplicas ?? 0
        ready.value = status.readyReplicas
        available.value = status.availableReplicas
        updated.value = status.updatedReplicas
        unavailable.value = status.unavailableReplicas
        revision = deployment.metadata.deploymentRevision ?? 0
    }

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("namespace", 2, &namespace)
        try visit.field("name", 3, &name)
        try visit.field("desired", 4, &desired)
        try visit.field("ready", 5, &ready)
        try visit.field("available", 6, &available)
        try visit.field("updated", 7, &updated)
        try visit.field("unavailable", 8, &unavailable)
        try visit.field("revision", 9, &revision)
    }
}
