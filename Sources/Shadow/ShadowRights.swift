internal import ClusterModel
package import KubeClient

/// What tests of changes ask of an API server, as RBAC's rules are made of.
package enum ShadowRights {
    /// In the namespace of the change. A dry run takes the right to patch: RBAC knows no other.
    package static let production =
        CopyCollector.copied.flatMap { [Permission("get", $0), Permission("patch", $0)] }
        + [Permission("get", .namespace)]

    /// In shadows, whose names nobody knows before: in the whole cluster, as RBAC knows no pattern
    /// for namespaces.
    package static let shadows =
        ShadowBuilder.made.map { Permission("create", $0, everywhere: true) }
        + Observer.kinds.map { Permission("list", $0, everywhere: true) }
        + ["get", "patch"].map { Permission($0, .serviceAccount, everywhere: true) }
        + [Permission("patch", .namespace)] + removal
        // A probe asks a pod through the API server.
        + [
            Permission(
                "get", ResourcePath(GroupVersion("", "v1"), "pods", subresource: "proxy"),
                isNamespaced: false)
        ]

    /// To take shadows away.
    package static let removal = ["get", "delete"].map { Permission($0, .namespace) }

    /// To find and take away what runs that were killed have left.
    package static let collection =
        removal + [Permission("list", .namespace)]
        + ["list", "delete"].map {
            Permission($0, RolloutLease.everywhere, isNamespaced: false)
        }
}
