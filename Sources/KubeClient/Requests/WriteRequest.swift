package import ClusterModel
package import HTTP

/// One change of one object, as it is sent to the API server.
package struct WriteRequest: Sendable, Equatable {
    /// How a patch's body is to be understood.
    package enum PatchType: String, Sendable {
        /// RFC 6902.
        case json = "application/json-patch+json"
        /// RFC 7386.
        case merge = "application/merge-patch+json"
        /// Kubernetes' own: lists of containers and the like are merged by their keys.
        case strategic = "application/strategic-merge-patch+json"
    }

    package enum Action: Sendable, Equatable {
        case create(JSONValue)
        /// Server-side apply: the body's fields become the field manager's. With `force` also those
        /// that another manager holds.
        case apply(JSONValue, force: Bool)
        case patch(JSONValue, PatchType)
        /// Deletes in the background, and only the object with this uid unless it is empty.
        case delete(uid: String)
    }

    /// The object; for `create` the collection that it goes into.
    package var path: ResourcePath
    package var action: Action
    /// Checked and admitted like any other, but not stored (`dryRun=All`).
    package var isDryRun: Bool

    /// Who changed a field, as `metadata.managedFields` names it.
    package static let fieldManager = "aegis"

    package init(_ path: ResourcePath, _ action: Action, isDryRun: Bool = false) {
        self.path = path
        self.action = action
        self.isDryRun = isDryRun
    }

    package func request(to server: String) -> Request {
        var query = [("dryRun", isDryRun ? "All" : "")]
        var method = Request.Method.patch
        var type = MediaType.json
        var body: JSONValue
        switch action {
        case .create(let object):
            method = .post
            body = object
        case .apply(let object, let force):
            // JSON is YAML too, and this is the only type that every server since 1.16 takes.
            type = "application/apply-patch+yaml"
            query.append(("force", force ? "true" : ""))
            body = object
        case .patch(let patch, let patchType):
            type = patchType.rawValue
            body = patch
        case .delete(let uid):
            method = .delete
            body = [
                "apiVersion": "v1", "kind": "DeleteOptions", "propagationPolicy": "Background",
            ]
            if !uid.isEmpty { body["preconditions"] = ["uid": .string(uid)] }
        }
        if method != .delete { query.append(("fieldManager", Self.fieldManager)) }
        return Request(
            method, url: server + path.text + URLText.query(query),
            headers: ["Accept": MediaType.json, "Content-Type": type],
            body: Array(body.compactText.utf8), isRepeatable: isRepeatable)
    }

    /// Whether a lost answer may be asked for again: a second creation would be refused, and a JSON
    /// patch may add an element twice.
    private var isRepeatable: Bool {
        switch action {
        case .create, .patch(_, .json): isDryRun
        case .apply, .patch, .delete: true
        }
    }
}
