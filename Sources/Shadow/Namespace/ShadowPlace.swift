internal import ClusterModel
internal import HTTP
internal import KubeClient

/// Where the namespaces of a test are made, and with what they go.
package protocol ShadowPlace: Sendable {
    var runtime: RuntimeName { get }

    /// The cluster in which copies are made. Once only, after the ledger knows of it.
    func open(_ environment: ShadowEnvironment) async throws -> LiveObjects

    /// Leaves all of it until `environment.expiresAt`.
    func keep(_ environment: ShadowEnvironment) async throws

    /// Takes all of it away, also what was only half made.
    func close(_ environment: ShadowEnvironment, wasInterrupted: Bool) async throws
}

/// The cluster of the original itself.
struct SamePlace: ShadowPlace {
    let runtime = RuntimeName.namespace
    let objects: LiveObjects
    let time: TimeSource

    func open(_ environment: ShadowEnvironment) -> LiveObjects { objects }

    func keep(_ environment: ShadowEnvironment) async throws {
        let annotations = JSONValue.string(environment.expiresAt.rfc3339).nested(
            in: ["metadata", "annotations", ShadowLabels.expiresAt])
        for name in environment.namespaces {
            let path = try objects.path(to: ObjectKey(.namespace, .empty, Symbol(name)))
            try await objects.client.write(WriteRequest(path, .patch(annotations, .merge)))
        }
    }

    func close(_ environment: ShadowEnvironment, wasInterrupted: Bool) async throws {
        try await Removal(objects, time: time)
            .remove(environment.namespaces, wasInterrupted: wasInterrupted)
    }
}
