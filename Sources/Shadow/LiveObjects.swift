package import Analysis
package import ClusterModel
package import KubeClient

/// The objects of one live cluster by their keys, whatever versions its server has them in.
package struct LiveObjects: Sendable {
    package let client: KubeClient
    private let served: ServedAPI

    package init(_ client: KubeClient, _ served: ServedAPI) {
        self.client = client
        self.served = served
    }

    package func collection(_ kind: Kind, in namespace: String?) throws -> ResourcePath {
        guard let path = served.path(to: kind, namespace: namespace) else {
            throw ShadowError.notServed(kind)
        }
        return path
    }

    package func path(to key: ObjectKey) throws -> ResourcePath {
        var path = try collection(
            key.kind, in: key.kind.isNamespaced ? key.namespace.string : nil)
        path.name = key.name.string
        return path
    }

    /// The object; nil if it is not there.
    package func document(of key: ObjectKey) async throws -> JSONValue? {
        try await client.document(at: try path(to: key))
    }

    package func documents(
        _ kind: Kind, in namespace: String?, labelSelector: String = ""
    ) async throws -> [JSONValue] {
        try await client.documents(
            in: try collection(kind, in: namespace), labelSelector: labelSelector)
    }

    func has(_ kind: Kind) -> Bool { served.path(to: kind) != nil }

    /// `apps/v1` as the server has the kind; list items do not say.
    func apiVersion(of kind: Kind) throws -> String {
        try collection(kind, in: nil).groupVersion.text
    }

    /// Sends a change of an object and returns the object as it then is.
    @discardableResult
    func send(_ write: WriteRequest, to target: ObjectKey) async throws -> JSONValue {
        do {
            return try await client.write(write)
        } catch {
            throw ShadowError.hiding(error, of: target) ?? error
        }
    }

    /// The write that a patch amounts to.
    package func write(_ patch: Patch, isDryRun: Bool) throws -> WriteRequest {
        let path = try path(to: patch.target)
        let action: WriteRequest.Action
        switch patch.kind {
        case .strategicMerge: action = .patch(patch.body, .strategic)
        case .merge: action = .patch(patch.body, .merge)
        case .json: action = .patch(patch.body, .json)
        case .delete: action = .delete(uid: "")
        case .create:
            let collection = try collection(patch.target.kind, in: path.namespace)
            return WriteRequest(collection, .create(patch.body), isDryRun: isDryRun)
        case .recreate, .rollback:
            throw ShadowError.failed(
                "a \(patch.kind.rawValue) of \(patch.target) is not one write; "
                    + "only --runtime simulate can try it")
        }
        return WriteRequest(path, action, isDryRun: isDryRun)
    }
}
