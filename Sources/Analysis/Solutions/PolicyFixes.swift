import ClusterModel
import Detection

/// Rules that let the traffic through which is missing, and nothing else.
enum PolicyFixes {
    static func fixes(_ key: ObjectKey, _ gap: PolicyGap, _ file: CaseFile) -> [Fix] {
        let open = Fix(
            "Let the traffic \(gap.isEgress ? "out" : "in") through \(key)",
            rationale: "Policies only add: one more rule opens exactly this port for exactly these "
                + "pods.", risk: .medium, patches: [rule(key, gap, file)],
            releases: releases(file))
        guard let near = gap.nearMiss else { return [open] }
        let value = JSONValue.object(
            near.labels.entries.map { .init($0.key.string, JSONValue($0.value)) })
        let put = Fix(
            "Let the policy select \(near.labels.text)",
            rationale: "One of its selectors misses these pods by a few letters.", risk: .low,
            patches: [
                Patch(
                    key, .json,
                    [["op": "replace", "path": .string(near.pointer), "value": value]])
            ], releases: releases(file))
        return [put, open]
    }

    private static func rule(_ key: ObjectKey, _ gap: PolicyGap, _ file: CaseFile) -> Patch {
        let list = gap.isEgress ? "egress" : "ingress"
        var rule: JSONValue = [
            "ports": [["protocol": JSONValue(gap.protocol), "port": JSONValue(gap.port)]]
        ]
        var peer: JSONValue
        switch gap.peer {
        case .nameServer:
            rule["ports"] = [["protocol": "UDP", "port": 53], ["protocol": "TCP", "port": 53]]
            peer = [
                "namespaceSelector": [
                    "matchLabels": ["kubernetes.io/metadata.name": "kube-system"]
                ]
            ]
        case .pods(let labels, let namespace):
            peer = [
                "podSelector": [
                    "matchLabels": .object(
                        labels.entries.map { .init($0.key.string, JSONValue($0.value)) })
                ]
            ]
            if namespace != key.namespace {
                peer["namespaceSelector"] = [
                    "matchLabels": ["kubernetes.io/metadata.name": JSONValue(namespace)]
                ]
            }
        }
        rule[gap.isEgress ? "to" : "from"] = [peer]
        let present = file.index.position(of: key).map { place in
            let spec = file.snapshot.networkPolicies[place].spec
            return gap.isEgress ? !spec.egress.isEmpty : !spec.ingress.isEmpty
        }
        return Patch(
            key, .json,
            [
                [
                    "op": "add", "path": .string("/spec/\(list)" + (present ?? false ? "/-" : "")),
                    "value": present ?? false ? rule : [rule],
                ]
            ])
    }

    private static func releases(_ file: CaseFile) -> Set<ObjectKey> {
        Set(file.pods.map(file.index.workload(of:)))
    }
}
