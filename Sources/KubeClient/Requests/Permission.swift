package import ClusterModel

/// One right that an identity may have: a verb on a resource, as RBAC's rules are made of.
package struct Permission: Hashable, Sendable {
    package let verb: String
    /// Of the whole cluster; its version says nothing to RBAC.
    package let path: ResourcePath
    /// True where it can be given in single namespaces.
    package let isNamespaced: Bool

    package init(_ verb: String, _ path: ResourcePath, isNamespaced: Bool) {
        self.verb = verb
        self.path = path
        self.isNamespaced = isNamespaced
    }

    /// On a kind. All versions of a kind that aegis reads are of one group.
    /// - Parameter everywhere: in all namespaces, also where others are asked for in some.
    package init(_ verb: String, _ kind: Kind, everywhere: Bool = false) {
        self.init(
            verb, ResourcePath(kind.groupVersions[0], kind.plural),
            isNamespaced: kind.isNamespaced && !everywhere)
    }

    package init(listing kind: Kind) { self.init("list", kind) }

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
