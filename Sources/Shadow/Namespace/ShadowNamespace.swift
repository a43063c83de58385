internal import ClusterModel

/// The objects that make a namespace a shadow, in the order in which they are made.
extension ShadowCopy {
    /// - Parameter original: the namespace that is copied from: its Pod Security labels decide what
    ///   its pods may do.
    func namespaceObject(like original: JSONValue?) -> JSONValue {
        var labels = JSONValue.object(
            (original?[["metadata", "labels"]]?.members ?? []).filter {
                $0.key.hasPrefix("pod-security.kubernetes.io/")
            })
        for (name, value) in self.labels { labels[name] = value }
        return [
            "apiVersion": "v1", "kind": "Namespace",
            "metadata": [
                "name": .string(namespace), "labels": labels, "annotations": annotations,
            ],
        ]
    }

    /// Nothing gets out, not even to a name server: what it would reach is production's.
    var egressPolicy: JSONValue {
        [
            "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
            "metadata": metadata("aegis-no-egress"),
            "spec": ["podSelector": .object([]), "policyTypes": ["Egress"]],
        ]
    }

    /// Whatever runs wild in a shadow stops here; and there is nothing in it that costs money.
    var quota: JSONValue {
        [
            "apiVersion": "v1", "kind": "ResourceQuota", "metadata": metadata("aegis-shadow"),
            "spec": [
                "hard": [
                    "pods": .string("\(4 * maximumReplicas + 16)"),
                    "persistentvolumeclaims": "0", "services.loadbalancers": "0",
                    "services.nodeports": "0",
                ]
            ],
        ]
    }

    private func metadata(_ name: String) -> JSONValue {
        [
            "name": .string(name), "namespace": .string(namespace),
            "labels": .object(labels.map(JSONValue.Member.init)), "annotations": annotations,
        ]
    }

    private var annotations: JSONValue {
        [ShadowLabels.expiresAt: .string(environment.expiresAt.rfc3339)]
    }
}
