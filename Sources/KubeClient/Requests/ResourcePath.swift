package import ClusterModel
internal import HTTP

/// The place of a resource in the API: `/apis/apps/v1/namespaces/web/deployments/front`.
package struct ResourcePath: Sendable, Hashable {
    package var groupVersion: GroupVersion
    package var plural: String
    package var namespace: String?
    package var name: String?
    package var subresource: String?

    package init(
        _ groupVersion: GroupVersion, _ plural: String, namespace: String? = nil,
        name: String? = nil, subresource: String? = nil
    ) {
        self.groupVersion = groupVersion
        self.plural = plural
        self.namespace = namespace
        self.name = name
        self.subresource = subresource
    }

    package var text: String {
        var path = ResourcePath.root(groupVersion)
        if let namespace { path += "/namespaces/\(URLText.encode(namespace))" }
        path += "/\(URLText.encode(plural))"
        if let name { path += "/\(URLText.encode(name))" }
        if let subresource { path += "/\(URLText.encode(subresource))" }
        return path
    }

    static func root(_ groupVersion: GroupVersion) -> String {
        let version = URLText.encode(groupVersion.version)
        if groupVersion.group.isEmpty { return "/api/\(version)" }
        return "/apis/\(URLText.encode(groupVersion.group))/\(version)"
    }
}
