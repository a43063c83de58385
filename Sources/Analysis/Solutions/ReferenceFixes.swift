import ClusterModel
import Detection

/// References put right, objects made, refusals answered.
enum ReferenceFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .missingObject(let key, let users, let near):
            return rename(key.name, to: near, users, file) + [make(key)]
        case .missingKey(let key, let missing, let users, let near):
            return rename(missing, to: near, users, at: \.keyPath, file) + [addKey(key, missing)]
        case .missingAccount(let key, let users, let near):
            return account(key, users, near, file)
        case .startRefused(let place, let refusal): return [refused(place, refusal)]
        default: return []
        }
    }

    private static func rename(
        _ wrong: Symbol, to near: Symbol?, _ users: [ReferenceUse],
        at field: KeyPath<ReferenceUse, String> = \.path, _ file: CaseFile
    ) -> [Fix] {
        guard let near, !users.isEmpty else { return [] }
        let byWorkload = Dictionary(grouping: users, by: \.workload)
        let patches = byWorkload.sorted { $0.key < $1.key }.flatMap { workload, uses -> [Patch] in
            guard let spec = file.index.podSpec(of: workload) else { return [] }
            let edit = TemplateEdit(workload)
            return uses.map { edit.set($0[keyPath: field], to: JSONValue(near), in: spec) }
                .mergedByTarget
        }
        if patches.isEmpty { return [] }
        let who = byWorkload.keys.sorted().map(\.description).joined(separator: " and ")
        return [
            Fix(
                "Refer to \"\(near)\" instead of \"\(wrong)\"",
                rationale: "\"\(near)\" exists and differs by a few letters; \(who) "
                    + "\(byWorkload.count == 1 ? "means" : "mean") it.",
                risk: .low, patches: patches)
        ]
    }

    /// Its values are nobody's but the user's.
    private static func make(_ key: ObjectKey) -> Fix {
        let kind = key.kind == .secret ? "secret generic" : "configmap"
        return Fix(
            "Create \(key)",
            rationale: "If the name is right, the object was never made, or was deleted. Its "
                + "values are not known here.",
            risk: .low,
            command: "kubectl create \(kind)\(ShellCommand.namespaceFlag(key)) "
                + "\(key.name.string.shellWord) --from-env-file=FILE")
    }

    private static func addKey(_ key: ObjectKey, _ missing: Symbol) -> Fix {
        Fix(
            "Add the key \"\(missing)\" to \(key)",
            rationale: "If the name is right, the key was never set. Its value is not known here.",
            risk: .low, command: ShellCommand.kubectl("edit", key))
    }

    private static func account(
        _ key: ObjectKey, _ users: [ObjectKey], _ near: Symbol?, _ file: CaseFile
    ) -> [Fix] {
        let create = Fix(
            "Create \(key)",
            rationale: "The pods are to run as it; without rights bound to it, it may do nothing.",
            risk: .low,
            patches: [
                Patch(
                    key, .create,
                    [
                        "apiVersion": "v1", "kind": "ServiceAccount",
                        "metadata": [
                            "name": JSONValue(key.name), "namespace": JSONValue(key.namespace),
                        ],
                    ])
            ], releases: Set(users),
            assumptions: ["that the pods need no rights which are yet to be bound to it"])
        guard let near else { return [create] }
        let rename = Fix(
            "Run as \"\(near)\" instead of \"\(key.name)\"",
            rationale: "ServiceAccount \"\(near)\" exists and differs by a few letters.",
            risk: .low,
            patches: users.map { TemplateEdit($0).patch(["serviceAccountName": JSONValue(near)]) })
        return [rename, create]
    }

    private static func refused(_ place: ContainerPlace, _ refusal: StartRefusal) -> Fix {
        switch refusal {
        case .runsAsRoot, .userNotNumeric:
            return Fix(
                "Run container \"\(place.container)\" as user 1000",
                rationale: "The pod demands a user that is not root, and the image sets none that "
                    + "the kubelet can tell from root.",
                risk: .medium,
                patches: [
                    TemplateEdit(place.workload).container(
                        place, ["securityContext": ["runAsUser": 1000]])
                ],
                assumptions: ["that the image's files can be read and written by user 1000"])
        case .commandNotFound, .commandNotExecutable, .noCommand:
            return Fix(
                "Give container \"\(place.container)\" a command that its image has",
                rationale: "The runtime cannot start it: the command or the image's tag is wrong.",
                risk: .low, command: ShellCommand.kubectl("edit", place.workload))
        default:
            return Fix(
                "Look at what the kubelet refuses",
                rationale: "What the container mounts or needs has to be changed by somebody who "
                    + "knows what it is for.",
                risk: .low, command: ShellCommand.kubectl("describe", place.workload))
        }
    }
}

extension [Patch] {
    /// Strategic merges to one object as one patch.
    var mergedByTarget: [Patch] {
        var result: [Patch] = []
        for patch in self {
            let place = result.firstIndex {
                $0.target == patch.target && $0.kind == patch.kind && patch.kind != .json
            }
            if let place,
                let body = try? StrategicMerge.apply(patch.body, to: result[place].body)
            {
                result[place] = Patch(patch.target, patch.kind, body)
            } else {
                result.append(patch)
            }
        }
        return result
    }
}
