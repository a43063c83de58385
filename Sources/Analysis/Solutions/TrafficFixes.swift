import ClusterModel
import Detection

/// Selectors, ports, Ingresses and policies that let traffic reach its pods.
enum TrafficFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .selector(let key, let path, let from, let to):
            return [selector(key, path, from, to)]
        case .nothingSelected(let key):
            return [
                Fix(
                    "Give \(key) a selector that matches pods, or deploy the pods",
                    rationale: "Nothing in the namespace has labels like those it selects.",
                    risk: .low, command: ShellCommand.kubectl("edit", key))
            ]
        case .targetPort(let key, let index, let port, let right):
            return [targetPort(key, index, port, right)]
        case .samePort(let key, let port):
            return [
                Fix(
                    "Let one of the two containers listen elsewhere than on \(port)",
                    rationale:
                        "Containers of a pod share its address; which of the two can be told "
                        + "another port is not in the objects.", risk: .low,
                    command: ShellCommand.kubectl("edit", key))
            ]
        case .ingressField(let key, let pointer, let right): return [ingress(key, pointer, right)]
        case .policy(let key, let gap): return PolicyFixes.fixes(key, gap, file)
        default: return []
        }
    }

    private static func selector(
        _ key: ObjectKey, _ path: [String], _ from: StringMap, _ to: StringMap
    ) -> Fix {
        let title = "Select \(to.text) instead of \(from.text)"
        let rationale =
            "A workload's own selector cannot be changed, so what selects it is put right."
        // Lists on the way (a policy's rules) have no keys to merge by.
        if path.contains(where: { Int($0) != nil }) {
            let value = JSONValue.object(
                to.entries.map { .init($0.key.string, JSONValue($0.value)) })
            let pointer = "/" + path.map(JSONPointer.escaped).joined(separator: "/")
            return Fix(
                title, rationale: rationale, risk: .low,
                patches: [
                    Patch(
                        key, .json,
                        [["op": "replace", "path": .string(pointer), "value": value]])
                ])
        }
        var change: JSONValue = [:]
        for entry in from.entries where to[entry.key] == nil { change[entry.key.string] = .null }
        for entry in to.entries where from[entry.key] != entry.value {
            change[entry.key.string] = JSONValue(entry.value)
        }
        return Fix(
            title, rationale: rationale, risk: .low,
            patches: [Patch(key, .strategicMerge, change.nested(in: path))])
    }

    private static func targetPort(
        _ key: ObjectKey, _ index: Int, _ port: ServicePort, _ right: IntOrString?
    ) -> Fix {
        guard let right else {
            return Fix(
                "Send port \(port.port) to a port that the pods have, or take it out",
                rationale:
                    "No port that they declare is like it, so what was meant cannot be told.",
                risk: .low, command: ShellCommand.kubectl("edit", key))
        }
        return Fix(
            "Send port \(port.port) to \(right) instead of \(port.target)",
            rationale: "It is the port that the pods' containers declare.", risk: .low,
            patches: [
                Patch(
                    key, .json,
                    [
                        [
                            "op": "test", "path": .string("/spec/ports/\(index)/port"),
                            "value": .int(Int64(port.port)),
                        ],
                        [
                            "op": "add", "path": .string("/spec/ports/\(index)/targetPort"),
                            "value": JSONValue(right),
                        ],
                    ])
            ], assumptions: ["that a program listens on the port that its container declares"])
    }

    private static func ingress(_ key: ObjectKey, _ pointer: String, _ right: JSONValue?) -> Fix {
        guard let right else {
            return Fix(
                "Make what the Ingress names, or name what is there",
                rationale:
                    "Nothing that exists is near the name, so what was meant cannot be told.",
                risk: .low, command: ShellCommand.kubectl("edit", key))
        }
        return Fix(
            "Set \(pointer.dropFirst().split(separator: "/").last ?? "") to \(right.text ?? right.compactText)",
            rationale: "It is what is there and nearest to what the Ingress names.", risk: .low,
            patches: [
                Patch(
                    key, .json,
                    [["op": "add", "path": .string(pointer), "value": right]])
            ])
    }
}
