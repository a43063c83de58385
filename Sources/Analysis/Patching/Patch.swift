package import ClusterModel

/// One change to one object, exact enough to be applied by a machine.
package struct Patch: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Kubernetes' strategic merge: lists of containers, ports and the like by their keys.
        case strategicMerge = "strategic-merge"
        /// RFC 7386.
        case merge
        /// RFC 6902.
        case json
        /// The object as a whole, which is not there yet.
        case create
        /// No body: the object goes.
        case delete
        /// A strategic merge, or as a list a JSON patch, of what cannot be changed in place: the
        /// object is deleted and made again with it.
        case recreate
        /// Back to the pod template of an earlier revision: `{"revision": 3}`.
        case rollback
    }

    package let target: ObjectKey
    package let kind: Kind
    package let body: JSONValue

    package init(_ target: ObjectKey, _ kind: Kind, _ body: JSONValue) {
        self.target = target
        self.kind = kind
        self.body = body
    }
}

extension Patch {
    /// The object with the change; nil where it is gone.
    /// - Parameters:
    ///   - document: the object as it is; nil if it is not there.
    ///   - index: knows the pod templates of earlier revisions.
    func apply(
        to document: JSONValue?, in index: ClusterIndex
    ) throws(PatchError) -> JSONValue? {
        if kind == .create { return body }
        guard let document else { throw .noObject("\(target)") }
        switch kind {
        case .recreate where body.elements != nil:
            return try JSONPatch.apply(body, to: document)
        case .strategicMerge, .recreate: return try StrategicMerge.apply(body, to: document)
        case .merge: return MergePatch.apply(body, to: document)
        case .json: return try JSONPatch.apply(body, to: document)
        case .delete: return nil
        case .create: return body
        case .rollback:
            let history = TemplateHistory(of: target, in: index)
            guard case .int(let revision)? = body["revision"],
                let old = history.template(ofRevision: Int(clamping: revision)),
                let template = try? JSONValue(old)
            else { throw .malformed("the revision is not known") }
            return MergePatch.apply(
                ["spec": ["template": .null]], to: document
            ).merging(template)
        }
    }
}

extension JSONValue {
    /// With another pod template.
    fileprivate func merging(_ template: JSONValue) -> JSONValue {
        MergePatch.apply(["spec": ["template": template]], to: self)
    }
}
