import ClusterModel
import KubeClient

/// Writes objects of aegis' own kinds: the specification as `aegis`, the status beside it.
struct ObjectRecorder {
    private static let groupVersion = GroupVersion("aegis.io", "v1alpha1")

    let client: KubeClient
    let kind: String
    let plural: String
    let namespace: String

    /// The objects that are there.
    func objects() async throws -> [JSONValue] {
        try await explaining { try await client.documents(in: path(nil)) }
    }

    func write(_ name: String, spec: JSONValue, status: JSONValue) async throws {
        let object: JSONValue = [
            "apiVersion": .string(Self.groupVersion.text), "kind": .string(kind),
            "metadata": ["name": .string(name), "namespace": .string(namespace)], "spec": spec,
        ]
        try await explaining {
            try await client.write(WriteRequest(path(name), .apply(object, force: true)))
        }
        try await write(name, status: status)
    }

    func write(_ name: String, status: JSONValue) async throws {
        var path = path(name)
        path.subresource = "status"
        let body: JSONValue = ["status": status]
        try await explaining { try await client.write(WriteRequest(path, .patch(body, .merge))) }
    }

    private func path(_ name: String?) -> ResourcePath {
        ResourcePath(Self.groupVersion, plural, namespace: namespace, name: name)
    }

    @discardableResult
    private func explaining<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let error as KubeError where error.code == .api(404) {
            throw InputError(
                message: "--record: the cluster has no \(plural).\(Self.groupVersion.group), or no "
                    + "namespace \"\(namespace)\" (\(error)); 'aegis manifests crd | kubectl apply "
                    + "-f -' installs the kind")
        }
    }
}
