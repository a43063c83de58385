package import ClusterModel

/// One right that an identity may have: a verb on a resource, as RBAC's rules are made of.
package struct Permission: Hashable, Sendable {
    package let verb: String
    /// Of the whole cluster; its version says nothing to RBAC.
    package let path: ResourcePath
    package let isNamespaced: Bool

    package init(_ verb: String, _ path: ResourcePath, isNamespaced: Bool) {
        self.verb = verb
        self.path = path
        self.isNamespaced = isNamespaced
    }

    /// To list a kind. All versions of a kind that aegis reads are of one group.
    package init(listing kind: Kind) {
        self.init(
            "list", ResourcePath(kind.groupVersions[0], kind.plural),
            isNamespaced: kind.isNamespaced)
    }

    /// As RBAC names it, `pods/log`.
    package var resource: String {
        path.plural + (path.subresource.map { "/\($0)" } ?? "")
    }

    package func path(in namespace: String?) -> ResourcePath {
        var path = path
        path.namespace = isNamespaced ? namespace : nil
        return path
    }
}
