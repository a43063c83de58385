internal import ClusterModel
package import HTTP

/// A change that the server is to check and not to make (`dryRun=All`, Kubernetes 1.18): schema,
/// immutable fields and admission have their say, and nothing is stored.
package struct DryRun: Sendable, Equatable {
    package enum Change: Sendable, Equatable {
        case strategicMerge, merge, json
        /// The object is made.
        case create
    }

    private let path: ResourcePath
    private let change: Change
    private let body: [UInt8]

    /// - Parameter path: of the object; for `create`, of the resource.
    package init(_ change: Change, of path: ResourcePath, body: [UInt8]) {
        self.change = change
        self.path = path
        self.body = body
    }

    package func request(to server: String) -> Request {
        let query = URLText.query([("dryRun", "All"), ("fieldManager", "aegis")])
        // Nothing is stored, so it may be asked again.
        return Request(
            change == .create ? .post : .patch, url: server + path.text + query,
            headers: ["Accept": MediaType.json, "Content-Type": mediaType], body: body,
            isRepeatable: true)
    }

    private var mediaType: String {
        switch change {
        case .strategicMerge: "application/strategic-merge-patch+json"
        case .merge: "application/merge-patch+json"
        case .json: "application/json-patch+json"
        case .create: MediaType.json
        }
    }
}
