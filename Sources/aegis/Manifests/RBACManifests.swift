import ClusterModel
import KubeClient

/// A ServiceAccount and the least rights for what it is to do.
///
/// Discovery and the questions about one's own rights are not in it: `system:discovery` and
/// `system:basic-user` give them to everybody who is authenticated.
struct RBACManifests {
    let options: ManifestOptions
    let rights: RightsOptions

    var all: [JSONValue] {
        let places = Set(rights.subcommands.permissions.flatMap(rights.places))
        return [serviceAccount]
            + places.sorted { ($0 ?? "") < ($1 ?? "") }.flatMap { [role($0), binding($0)] }
    }

    private var serviceAccount: JSONValue {
        [
            "apiVersion": "v1", "kind": "ServiceAccount",
            "metadata": options.metadata(in: options.namespace),
        ]
    }

    private static let group = "rbac.authorization.k8s.io"

    private func role(_ namespace: String?) -> JSONValue {
        [
            "apiVersion": .string("\(Self.group)/v1"), "kind": .string(Self.kind(namespace)),
            "metadata": options.metadata(in: namespace), "rules": .array(rules(namespace)),
        ]
    }

    private func binding(_ namespace: String?) -> JSONValue {
        [
            "apiVersion": .string("\(Self.group)/v1"),
            "kind": .string(Self.kind(namespace) + "Binding"),
            "metadata": options.metadata(in: namespace),
            "roleRef": [
                "apiGroup": .string(Self.group), "kind": .string(Self.kind(namespace)),
                "name": .string(options.name),
            ],
            "subjects": [
                [
                    "kind": "ServiceAccount", "name": .string(options.name),
                    "namespace": .string(options.namespace),
                ]
            ],
        ]
    }

    private static func kind(_ namespace: String?) -> String {
        namespace == nil ? "ClusterRole" : "Role"
    }

    /// A rule for each API group and verb.
    private func rules(_ namespace: String?) -> [JSONValue] {
        let granted = rights.subcommands.permissions.filter {
            rights.places(of: $0).contains(namespace)
        }
        let grouped = Dictionary(grouping: granted) { [$0.path.groupVersion.group, $0.verb] }
        return grouped.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, permissions in
            [
                "apiGroups": [.string(key[0])],
                "resources": .strings(permissions.map(\.resource)),
                "verbs": [.string(key[1])],
            ]
        }
    }
}
