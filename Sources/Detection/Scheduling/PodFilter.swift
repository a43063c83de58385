import ClusterModel

/// One pod's demands, ready to be held against each node.
struct PodFilter {
    let request: PodRequest
    private let pod: Pod
    private let room: NodeRoom
    private let index: ClusterIndex
    private let neighbours: Neighbours

    init(_ pod: Pod, _ room: NodeRoom, _ index: ClusterIndex) {
        self.pod = pod
        self.room = room
        self.index = index
        request = PodRequest(pod.spec)
        neighbours = Neighbours(pod, index)
    }

    func obstacle(on node: Node, ignoringCordon: Bool = false) -> Obstacle? {
        if node.spec.unschedulable, !ignoringCordon, !tolerates(.unschedulable) { return .cordoned }
        // A controller puts it on what is cordoned, and takes it away again.
        let taints = node.spec.taints.filter { $0.key != Taint.unschedulable.key }
        if let taint = taints.first(where: { $0.keepsAway && !tolerates($0) }) {
            return .taint(taint)
        }
        return placementObstacle(node) ?? resourceObstacle(node) ?? neighbours.obstacle(on: node)
            ?? volumeObstacle(node)
    }

    private func tolerates(_ taint: Taint) -> Bool {
        pod.spec.tolerations.contains { $0.tolerates(taint) }
    }

    private func placementObstacle(_ node: Node) -> Obstacle? {
        let labels = node.metadata.labels
        for wanted in pod.spec.nodeSelector.entries where labels[wanted.key] != wanted.value {
            return .selector(key: wanted.key, value: wanted.value)
        }
        guard let required = pod.spec.affinity?.nodeAffinity?.required else { return nil }
        return required.matches(node) ? nil : .affinity
    }

    private func resourceObstacle(_ node: Node) -> Obstacle? {
        let name = node.metadata.name
        if !room.hasPodSlot(on: name) { return .noPodSlot }
        for (resource, wanted) in request.amounts.sorted(by: { $0.key < $1.key }) where wanted > 0 {
            let free = room.free(resource, on: name)
            if free < wanted { return .lacks(resource, free: max(0, free)) }
        }
        return nil
    }

    /// A claim that is bound to storage which the node does not reach.
    private func volumeObstacle(_ node: Node) -> Obstacle? {
        for volume in pod.spec.volumes {
            guard let name = volume.source.persistentVolumeClaim?.claimName,
                let claim = index.claim(pod.metadata.namespace, name),
                let place = index.position(
                    of: ObjectKey(.persistentVolume, .empty, claim.spec.volumeName)),
                let required = index.snapshot.persistentVolumes[place].spec.nodeAffinity?.required,
                !required.matches(node)
            else { continue }
            return .volume(claim: name)
        }
        return nil
    }
}

extension Taint {
    fileprivate static let unschedulable: Taint = {
        var taint = Taint()
        taint.key = "node.kubernetes.io/unschedulable"
        taint.effect = "NoSchedule"
        return taint
    }()

    fileprivate var keepsAway: Bool { effect == "NoSchedule" || effect == "NoExecute" }
}

extension NodeSelector {
    func matches(_ node: Node) -> Bool { nodeSelectorTerms.contains { $0.matches(node) } }
}

extension NodeSelectorTerm {
    fileprivate func matches(_ node: Node) -> Bool {
        if matchExpressions.isEmpty && matchFields.isEmpty { return false }
        let fields = StringMap([("metadata.name", node.metadata.name)])
        return matchExpressions.allSatisfy { $0.matches(node.metadata.labels) }
            && matchFields.allSatisfy { $0.matches(fields) }
    }
}
