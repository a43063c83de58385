import ClusterModel
import Detection

/// What controllers write into the status of a workload whose pods have changed.
enum WorkloadStatus {
    static func settle(_ key: ObjectKey, in trial: inout Trial) {
        let index = trial.index
        guard let place = index.position(of: key) else { return }
        let pods = index.pods(ofWorkload: key).filter { !$0.isFinished }
        let count = Count(total: pods.count, ready: pods.count(where: \.isReady))
        let moment = trial.settledAt
        switch key.kind {
        case .deployment:
            settle(&trial.snapshot.deployments[place], count, moment)
            for set in index.replicaSets(ownedBy: key) {
                guard let place = index.position(of: set.key) else { continue }
                let own = index.pods(ownedBy: set.key)
                settle(
                    &trial.snapshot.replicaSets[place],
                    Count(total: own.count, ready: own.count(where: \.isReady)))
            }
        case .replicaSet: settle(&trial.snapshot.replicaSets[place], count)
        case .statefulSet: settle(&trial.snapshot.statefulSets[place], count)
        case .daemonSet: settle(&trial.snapshot.daemonSets[place], count)
        default: return
        }
        let isWhole =
            count.ready == count.total && count.total >= (index.maker(key)?.desiredReplicas ?? 0)
        let sets = index.replicaSets(ownedBy: key).map(\.key)
        if isWhole { Snapshot.forgetEvents(about: Set([key] + sets), in: &trial.snapshot) }
    }

    private struct Count {
        let total: Int
        let ready: Int
    }

    private static func settle(
        _ deployment: inout Deployment, _ count: Count, _ moment: Timestamp
    ) {
        let desired = deployment.desiredReplicas ?? 1
        deployment.status.observedGeneration = deployment.metadata.generation
        deployment.status.replicas = count.total
        deployment.status.updatedReplicas = count.total
        deployment.status.readyReplicas = count.ready
        deployment.status.availableReplicas = count.ready
        deployment.status.unavailableReplicas = desired > count.ready ? desired &- count.ready : 0
        guard count.ready >= desired else { return }
        deployment.status.conditions = [
            ("Available", "MinimumReplicasAvailable"),
            ("Progressing", "NewReplicaSetAvailable"),
        ].map { type, reason in
            var condition = DeploymentCondition()
            condition.type = Symbol(type)
            condition.status = "True"
            condition.reason = Symbol(reason)
            condition.lastUpdateTime = moment
            condition.lastTransitionTime = moment
            return condition
        }
    }

    private static func settle(_ set: inout ReplicaSet, _ count: Count) {
        if set.metadata.controller != nil { set.spec.replicas = count.total }
        set.status.replicas = count.total
        set.status.readyReplicas = count.ready
        set.status.availableReplicas = count.ready
        if count.ready >= set.spec.replicas ?? 1 { set.status.conditions = [] }
    }

    private static func settle(_ set: inout StatefulSet, _ count: Count) {
        set.status.observedGeneration = set.metadata.generation
        set.status.replicas = count.total
        set.status.readyReplicas = count.ready
        set.status.availableReplicas = count.ready
        set.status.currentReplicas = count.total
        set.status.updatedReplicas = count.total
        guard count.ready >= set.desiredReplicas ?? 1 else { return }
        set.status.currentRevision = set.status.updateRevision
        set.status.conditions = []
    }

    private static func settle(_ set: inout DaemonSet, _ count: Count) {
        set.status.observedGeneration = set.metadata.generation
        set.status.currentNumberScheduled = count.total
        set.status.updatedNumberScheduled = count.total
        set.status.numberReady = count.ready
        set.status.numberAvailable = count.ready
        let wanted = set.status.desiredNumberScheduled
        set.status.numberUnavailable = wanted > count.ready ? wanted &- count.ready : 0
    }
}

/// What becomes of Jobs: the failed runs are history, and the next one is assumed to end well.
enum JobOutcome {
    static func play(_ key: ObjectKey, in trial: inout Trial) {
        let index = trial.index
        guard let place = index.position(of: key) else { return }
        let isPatched = trial.documents[key] != nil
        guard isPatched || trial.fix.releases.contains(key) else { return }
        let jobs = key.kind == .cronJob ? index.jobs(ownedBy: key) : [trial.snapshot.jobs[place]]
        let pods = jobs.flatMap { index.pods(ownedBy: $0.key) }
        let failed = jobs.filter { job in
            job.status.conditions.contains { $0.type == "Failed" && $0.status == "True" }
        }
        let moment = trial.settledAt
        if key.kind == .cronJob {
            trial.snapshot.cronJobs[place].status.lastScheduleTime = trial.before.now
            if !failed.isEmpty {
                trial.snapshot.cronJobs[place].status.lastSuccessfulTime = trial.before.now
                trial.assumptions.append("that the next run ends well")
            }
            Snapshot.remove(Set(failed.map(\.key) + pods.map(\.key)), from: &trial.snapshot)
        } else {
            trial.snapshot.jobs[place].status = JobStatus()
            trial.snapshot.jobs[place].status.startTime = moment
            trial.snapshot.jobs[place].status.active = 1
            Snapshot.remove(Set(pods.map(\.key)), from: &trial.snapshot)
        }
        Snapshot.forgetEvents(
            about: Set([key] + jobs.map(\.key) + pods.map(\.key)), in: &trial.snapshot)
    }
}
