import ClusterModel
import Detection

/// What a NetworkPolicy would have to let through, and the selector in it that misses by a letter.
enum PolicyCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let place = file.index.position(of: key), key.kind == .networkPolicy else {
            return []
        }
        let policy = file.snapshot.networkPolicies[place]
        guard let gap = gap(policy, file) else { return [] }
        let what =
            switch gap.peer {
            case .nameServer: "questions to the name server"
            case .pods(let labels, _): labels.text.isEmpty ? "the traffic" : labels.text
            }
        let near = gap.nearMiss.map { "; one of its selectors misses \($0.labels.text) by little" }
        return [
            file.workloadCause(
                .policy(key, gap), .certain,
                "\(key) has no rule that lets \(what) \(gap.isEgress ? "out" : "in")"
                    + "\(near ?? "").")
        ]
    }

    private static func gap(_ policy: NetworkPolicy, _ file: CaseFile) -> PolicyGap? {
        let isEgress = file.incident.evidence.contains { $0.path == "spec.egress" }
        if file.incident.detail.hasSuffix(" port 53") {
            return PolicyGap(
                isEgress: isEgress, peer: .nameServer, port: .int(53), protocol: "UDP")
        }
        guard let (client, service) = ends(file) else { return nil }
        let server = file.view.backends(of: service)?.ready.first
        let port =
            service.spec.ports.first { "\($0.port)" == file.incident.port }
            ?? service.spec.ports.first
        guard let port else { return nil }
        let peerKey = isEgress ? server.map(file.index.workload(of:)) : client
        guard let peerKey, let labels = file.index.podLabels(of: peerKey) else { return nil }
        let peers = isEgress ? policy.spec.egress.map(\.to) : policy.spec.ingress.map(\.from)
        return PolicyGap(
            isEgress: isEgress,
            peer: .pods(telling(labels, of: peerKey, file), namespace: peerKey.namespace),
            port: port.target, protocol: port.protocol.or("TCP"),
            nearMiss: nearMiss(peers, labels, isEgress: isEgress))
    }

    /// The detail names the client's workload and the Service: `Deployment shop/web Service shop/api`.
    private static func ends(_ file: CaseFile) -> (client: ObjectKey, service: Service)? {
        let words = file.incident.detail.split(separator: " ").map(String.init)
        guard words.count == 4, let kind = Kind(name: words[0]) else { return nil }
        let client = words[1].split(separator: "/").map { Symbol(String($0)) }
        let server = words[3].split(separator: "/").map { Symbol(String($0)) }
        guard client.count == 2, server.count == 2,
            let service = file.index.service(server[0], server[1])
        else { return nil }
        return (ObjectKey(kind, client[0], client[1]), service)
    }

    /// The labels by which Services or the workload itself select its pods; all of them otherwise.
    private static func telling(
        _ labels: StringMap, of key: ObjectKey, _ file: CaseFile
    ) -> StringMap {
        if let selector = file.index.services(selecting: key).first?.spec.selector {
            return selector
        }
        let own = file.index.deployment(key.namespace, key.name)?.spec.selector.matchLabels
        if let own, !own.isEmpty { return own }
        return StringMap(
            labels.entries.filter {
                !$0.key.string.hasSuffix("-hash") && !$0.key.hasPrefix("statefulset.kubernetes.io/")
            }.map { ($0.key, $0.value) })
    }

    private static func nearMiss(
        _ rules: [[NetworkPolicyPeer]], _ labels: StringMap, isEgress: Bool
    ) -> (pointer: String, labels: StringMap)? {
        let (list, peers) = isEgress ? ("egress", "to") : ("ingress", "from")
        for (i, rule) in rules.enumerated() {
            for (j, peer) in rule.enumerated() {
                guard let selector = peer.podSelector?.matchLabels, !selector.isEmpty,
                    peer.namespaceSelector == nil,
                    let right = selector.corrected(by: labels), right != selector
                else { continue }
                return ("/spec/\(list)/\(i)/\(peers)/\(j)/podSelector/matchLabels", right)
            }
        }
        return nil
    }
}

extension Incident {
    /// The port that the message speaks of.
    fileprivate var port: String {
        message.firstRange(of: "(port ").map {
            String(message[$0.upperBound...].prefix(while: \.isNumber))
        } ?? ""
    }
}

extension StringMap {
    /// The selector with its values put right where they miss the labels by a few letters; nil if
    /// they miss by more.
    fileprivate func corrected(by labels: StringMap) -> StringMap? {
        var right = self
        for entry in entries where labels[entry.key] != entry.value {
            guard let value = labels[entry.key],
                nearestName(to: entry.value.string, among: [value]) != nil
            else { return nil }
            right[entry.key] = value
        }
        return right
    }
}
