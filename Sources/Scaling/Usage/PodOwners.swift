import ClusterModel

/// Which workload a pod belongs to, also one that is long gone: history has the pods of all
/// roll-outs, the snapshot only those of the last.
struct PodOwners: Sendable {
    private let index: ClusterIndex

    init(_ index: ClusterIndex) { self.index = index }

    func workload(of series: UsageSeries) -> ObjectKey? {
        switch series.owner {
        case .workload(let kind, let name):
            let key = ObjectKey(kind, series.namespace, name)
            return index.contains(key) ? key : nil
        case .pod(let name): return workload(ofPod: name, in: series.namespace)
        }
    }

    private func workload(ofPod name: Symbol, in namespace: Symbol) -> ObjectKey? {
        let key = ObjectKey(.pod, namespace, name)
        if let place = index.position(of: key) {
            let workload = index.workload(of: index.snapshot.pods[place])
            return workload == key ? nil : workload
        }
        return byName(name.string, namespace)
    }

    /// The API server's and the controllers' ways of naming: `web-6c9d7f8b5-f2d6x` of a Deployment,
    /// `db-0` of a StatefulSet, `agent-f2d6x` of a DaemonSet.
    private func byName(_ pod: String, _ namespace: Symbol) -> ObjectKey? {
        guard let (parent, suffix) = pod.cutAtLastDash else { return nil }
        if suffix.isGenerated, suffix.utf8.count == 5 {
            if let (name, hash) = parent.cutAtLastDash, hash.isGenerated,
                let found = existing(.deployment, namespace, name)
            {
                return found
            }
            return existing(.daemonSet, namespace, parent)
        }
        let isOrdinal = suffix.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isOrdinal ? existing(.statefulSet, namespace, parent) : nil
    }

    private func existing(_ kind: Kind, _ namespace: Symbol, _ name: Substring) -> ObjectKey? {
        let key = ObjectKey(kind, namespace, Symbol(String(name)))
        return index.contains(key) ? key : nil
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate var cutAtLastDash: (Substring, Substring)? {
        guard let dash = lastIndex(of: "-") else { return nil }
        return (self[..<dash], self[index(after: dash)...])
    }

    /// The alphabet of generated suffixes has no vowels and no digits that look like letters
    /// (`k8s.io/apimachinery/pkg/util/rand`).
    fileprivate var isGenerated: Bool {
        !isEmpty && utf8.allSatisfy { "bcdfghjklmnpqrstvwxz2456789".utf8.contains($0) }
    }
}
