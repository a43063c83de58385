internal import ClusterModel
package import HTTP
internal import KubeClient
internal import Synchronization

/// Makes virtual clusters: the vcluster CLI.
package protocol VirtualClusterTool: Sendable {
    /// - Throws: `ShadowError` in one sentence where the tool or what it needs is missing.
    func create(_ name: String, in namespace: String) async throws
    func kubeconfig(of name: String, in namespace: String) async throws -> String
    /// Also of one that was only half made.
    func delete(_ name: String, in namespace: String) async throws
}

/// A virtual cluster in a namespace of its own: copies see no API but their own, and go with it.
///
/// Their pods run on the host's nodes, and a virtual cluster passes on neither NetworkPolicies nor
/// quotas, so the host's namespace gets both.
package final class VirtualPlace: ShadowPlace {
    package let runtime = RuntimeName.vcluster
    private let host: LiveObjects
    private let tool: any VirtualClusterTool
    private let connect: @Sendable (_ kubeconfig: String) async throws -> LiveObjects
    private let time: TimeSource
    private let inside = Mutex<LiveObjects?>(nil)

    /// - Parameter connect: makes a client of a kubeconfig and waits until the server answers.
    package init(
        _ host: LiveObjects, tool: any VirtualClusterTool, time: TimeSource = .system,
        connect: @escaping @Sendable (_ kubeconfig: String) async throws -> LiveObjects
    ) {
        self.host = host
        self.tool = tool
        self.time = time
        self.connect = connect
    }

    package func open(_ environment: ShadowEnvironment) async throws -> LiveObjects {
        let walls = ShadowCopy(environment, .changed, maximumReplicas: 8)
        let (name, namespace) = (environment.virtualName, environment.hostNamespace)
        try await create(walls.hostNamespace(namespace), .namespace, nil)
        try await create(walls.hostQuota(namespace), .resourceQuota, namespace)
        if host.has(.networkPolicy) {
            try await create(
                walls.hostEgressPolicy(namespace, of: name), .networkPolicy, namespace)
        }
        try await tool.create(name, in: namespace)
        let objects = try await connect(try await tool.kubeconfig(of: name, in: namespace))
        inside.withLock { $0 = objects }
        return objects
    }

    package func keep(_ environment: ShadowEnvironment) async throws {
        try await SamePlace(objects: host, time: time).keep(environment)
    }

    package func close(_ environment: ShadowEnvironment, wasInterrupted: Bool) async throws {
        inside.withLock { $0?.client.close() }
        // The namespace ends everything the tool may have left, its volume claim too.
        try? await tool.delete(environment.virtualName, in: environment.hostNamespace)
        try await SamePlace(objects: host, time: time)
            .close(environment, wasInterrupted: wasInterrupted)
    }

    private func create(_ object: JSONValue, _ kind: Kind, _ namespace: String?) async throws {
        let path = try host.collection(kind, in: namespace)
        try await host.client.write(WriteRequest(path, .create(object)))
    }
}

extension ShadowEnvironment {
    /// One virtual cluster fits into a namespace.
    var virtualName: String { "aegis-\(id)" }
}

/// The walls around a virtual cluster, in the host.
extension ShadowCopy {
    fileprivate func hostNamespace(_ name: String) -> JSONValue {
        var object = namespaceObject(like: nil)
        object["metadata"]?["name"] = .string(name)
        return object
    }

    fileprivate func hostQuota(_ namespace: String) -> JSONValue { moved(quota, to: namespace) }

    /// For the pods that it makes on the host; its own control plane has to reach the host's API.
    fileprivate func hostEgressPolicy(_ namespace: String, of name: String) -> JSONValue {
        var object = moved(egressPolicy, to: namespace)
        object["spec"]?["podSelector"] = [
            "matchLabels": ["vcluster.loft.sh/managed-by": .string(name)]
        ]
        return object
    }

    private func moved(_ object: JSONValue, to namespace: String) -> JSONValue {
        var object = object
        object["metadata"]?["namespace"] = .string(namespace)
        return object
    }
}
