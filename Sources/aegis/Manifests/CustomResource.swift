import ClusterModel

/// A CustomResourceDefinition of `aegis.io`, with a status of its own.
struct CustomResource {
    let kind: String
    let plural: String
    let shortName: String
    let description: String
    let spec: JSONValue
    let status: JSONValue
    let columns: [Column]

    /// What `kubectl get` shows.
    struct Column {
        let name: String
        let type: String
        let path: String
        /// Shown only with `-o wide`.
        var isWide = false
    }

    private static let group = "aegis.io"

    var manifest: JSONValue {
        [
            "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
            "metadata": ["name": .string("\(plural).\(Self.group)")],
            "spec": [
                "group": .string(Self.group), "scope": "Namespaced",
                "names": [
                    "kind": .string(kind), "listKind": .string(kind + "List"),
                    "plural": .string(plural), "singular": .string(kind.lowercased()),
                    "shortNames": [.string(shortName)], "categories": ["aegis"],
                ],
                "versions": [version],
            ],
        ]
    }

    private var version: JSONValue {
        [
            "name": "v1alpha1", "served": true, "storage": true,
            "subresources": ["status": [:]],
            "additionalPrinterColumns": .array(columns.map(\.manifest)),
            "schema": [
                "openAPIV3Schema": [
                    "type": "object", "description": .string(description),
                    "required": ["spec"],
                    "properties": [
                        "apiVersion": ["type": "string"], "kind": ["type": "string"],
                        "metadata": ["type": "object"], "spec": spec, "status": status,
                    ],
                ]
            ],
        ]
    }
}

extension CustomResource.Column {
    fileprivate var manifest: JSONValue {
        let column: JSONValue = [
            "name": .string(name), "type": .string(type), "jsonPath": .string(path),
        ]
        return isWide ? column.with(["priority": 1]) : column
    }
}
