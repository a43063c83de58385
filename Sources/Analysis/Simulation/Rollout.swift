import ClusterModel
import Detection

/// What a workload's controller, the scheduler and the kubelets would make of a change: pods of the
/// new template in the old ones' place. A pod is well again only as far as the objects tell: what
/// kept it from running must have been changed.
enum Rollout {
    /// New pods that are played at the most: a patch may ask for any number.
    private static let mostNew = 5000

    static func play(_ key: ObjectKey, in trial: inout Trial) {
        let view = trial.view
        guard let maker = view.index.maker(key) else {
            if key.kind == .pod { pod(key, &trial) }
            return
        }
        switch key.kind {
        case .job, .cronJob: JobOutcome.play(key, in: &trial)
        default: pods(of: maker, view, &trial)
        }
    }

    private static func pod(_ key: ObjectKey, _ trial: inout Trial) {
        let view = trial.view
        guard let pod = view.index.pod(key), let old = trial.before.index.pod(key),
            !pod.metadata.isTerminating
        else { return }
        let shape = PodShape(
            workload: key, spec: pod.spec, labels: pod.metadata.labels)
        replace([old], by: [shape.pod(from: pod, settledAt: trial.settledAt)], shape, view, &trial)
    }

    private static func pods(of maker: any Workload, _ view: ClusterView, _ trial: inout Trial) {
        let key = maker.key
        // Without its account no pod is even made.
        let account = maker.template.spec.serviceAccountName
        if !account.isEmpty, account != "default",
            view.snapshot.isComplete(.serviceAccount, in: key.namespace),
            !view.index.contains(ObjectKey(.serviceAccount, key.namespace, account))
        {
            return
        }
        let old = view.index.pods(ofWorkload: key).filter {
            !$0.isFinished && !$0.metadata.isTerminating
        }.sorted { !$0.isReady && $1.isReady }
        let oldSpec = trial.before.index.podSpec(of: key) ?? maker.template.spec
        let isSame = oldSpec == maker.template.spec
        let shape = PodShape(
            workload: key, spec: isSame ? nil : maker.template.spec,
            labels: maker.template.metadata.labels)
        let wanted = wanted(maker, view)
        var new = old.prefix(wanted).map { shape.pod(from: $0, settledAt: trial.settledAt) }
        let owner = owner(of: maker, &trial)
        let missing = max(0, wanted - new.count)
        if missing > mostNew {
            trial.assumptions.append("how the last \(missing - mostNew) of the new pods fare")
        }
        for number in 0..<min(missing, mostNew) {
            new.append(
                shape.pod(
                    named: name(of: maker, number, old.count), owner: owner,
                    spec: maker.template.spec, settledAt: trial.settledAt))
        }
        replace(old, by: new, shape, view, &trial)
        WorkloadStatus.settle(key, in: &trial)
    }

    private static func wanted(_ maker: any Workload, _ view: ClusterView) -> Int {
        if let set = maker as? DaemonSet {
            return max(set.status.desiredNumberScheduled, 0)
        }
        return max(0, maker.desiredReplicas ?? 1)
    }

    private static func name(of maker: any Workload, _ number: Int, _ present: Int) -> Symbol {
        let start = (maker as? StatefulSet)?.spec.ordinals?.start ?? 0
        guard maker is StatefulSet else {
            return Symbol("\(maker.metadata.name)-new-\(number + 1)")
        }
        return Symbol("\(maker.metadata.name)-\(start &+ present &+ number)")
    }

    /// A Deployment's pods belong to a ReplicaSet, which may not be there yet.
    private static func owner(of maker: any Workload, _ trial: inout Trial) -> OwnerReference {
        guard maker is Deployment else { return OwnerReference(to: maker.key) }
        let sets = trial.index.replicaSets(ownedBy: maker.key)
        if let newest = sets.max(by: {
            $0.metadata.creationTimestamp < $1.metadata.creationTimestamp
        }) {
            return OwnerReference(to: newest.key)
        }
        var set = ReplicaSet()
        set.metadata.name = Symbol("\(maker.metadata.name)-new")
        set.metadata.namespace = maker.metadata.namespace
        set.metadata.creationTimestamp = trial.settledAt
        set.metadata.ownerReferences = [OwnerReference(to: maker.key)]
        set.spec.template = maker.template
        trial.snapshot.replicaSets.append(set)
        trial.snapshot.normalize()
        return OwnerReference(to: set.key)
    }

    /// Takes the old pods out, finds a node for each new one and tells how its containers fare.
    private static func replace(
        _ old: [Pod], by new: [Pod], _ shape: PodShape, _ view: ClusterView, _ trial: inout Trial
    ) {
        Snapshot.remove(Set(old.map(\.key)), from: &trial.snapshot)
        var placer = Placer(trial.view)
        var fates = ContainerFates(trial, shape, view)
        var healed: Set<ObjectKey> = []
        let former = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for var pod in new {
            let before = former[pod.key]
            let isSettled = shape.workload.kind == .daemonSet || shape.spec == nil
            let node =
                isSettled && !pod.spec.nodeName.isEmpty ? pod.spec.nodeName : placer.place(pod)
            if let node {
                pod.spec.nodeName = node
                fates.settle(&pod, as: before, at: trial.settledAt)
            } else {
                pod.becomeUnschedulable(at: trial.settledAt)
            }
            if pod.isReady { healed.insert(pod.key) }
            trial.snapshot.pods.append(pod)
        }
        trial.snapshot.normalize()
        trial.assumptions += fates.assumptions.filter { !trial.assumptions.contains($0) }
        let gone = Set(former.keys).subtracting(new.map(\.key)).union(healed)
        Snapshot.forgetEvents(about: gone, in: &trial.snapshot)
    }
}

extension OwnerReference {
    fileprivate init(to key: ObjectKey) {
        self.init()
        kind = Symbol(key.kind.name)
        name = key.name
        apiVersion = Symbol(key.kind.apiVersion)
        controller = true
    }
}

extension Snapshot {
    static func forgetEvents(about keys: Set<ObjectKey>, in snapshot: inout Snapshot) {
        if keys.isEmpty { return }
        snapshot.events.removeAll { event in
            let object = event.involvedObject
            guard let kind = Kind(name: object.kind.string) else { return false }
            return keys.contains(ObjectKey(kind, object.namespace, object.name))
        }
    }
}
