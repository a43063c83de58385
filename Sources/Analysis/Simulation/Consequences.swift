import ClusterModel
import Detection

/// What other controllers make of a change: budgets are counted again, quotas fill up, claims are
/// bound, autoscalers look again, objects without finalizers go.
enum Consequences {
    static func play(_ touched: Set<ObjectKey>, in trial: inout Trial) {
        bindClaims(&trial)
        countQuotas(in: Set(touched.map(\.namespace)), &trial)
        countBudgets(&trial)
        awakenScalers(touched, &trial)
        release(&trial)
    }

    /// A claim with a class that is there gets its storage from the class's provisioner.
    private static func bindClaims(_ trial: inout Trial) {
        let index = trial.index
        let suffering = trial.incident.map { [$0.resource] + $0.affected } ?? []
        let claims = suffering + trial.fix.patches.map(\.target)
        for key in Set(claims) where key.kind == .persistentVolumeClaim {
            guard let place = index.position(of: key) else { continue }
            let claim = trial.snapshot.persistentVolumeClaims[place]
            let name =
                claim.spec.storageClassName
                ?? trial.snapshot.storageClasses.first(where: \.isDefault)?.metadata.name
            guard claim.status.phase == "Pending", let name,
                index.contains(ObjectKey(.storageClass, .empty, name))
            else { continue }
            trial.snapshot.persistentVolumeClaims[place].spec.storageClassName = name
            trial.snapshot.persistentVolumeClaims[place].status.phase = "Bound"
            Snapshot.forgetEvents(about: [key], in: &trial.snapshot)
        }
    }

    /// The quota's controller counts the pods that are there.
    private static func countQuotas(in namespaces: Set<Symbol>, _ trial: inout Trial) {
        let old = trial.before.index
        for place in trial.snapshot.resourceQuotas.indices
        where namespaces.contains(trial.snapshot.resourceQuotas[place].metadata.namespace) {
            let quota = trial.snapshot.resourceQuotas[place]
            let namespace = quota.metadata.namespace
            let was = demands(old.pods(inNamespace: namespace))
            let is_ = demands(trial.snapshot.pods.inNamespace(namespace))
            var used = ResourceList()
            for entry in quota.status.used.entries {
                let change =
                    sum(is_, entry.name).subtractingReportingOverflow(sum(was, entry.name))
                    .partialValue
                let amount = PodRequest.sum(entry.amount.milli, change)
                used[entry.name] =
                    change == 0 ? entry.amount : Quantity(milli: amount, text: "\(amount)m")
            }
            trial.snapshot.resourceQuotas[place].status.used = used
            if trial.documents[quota.key] != nil {
                trial.snapshot.resourceQuotas[place].status.hard = quota.spec.hard
            }
        }
    }

    private static func demands(_ pods: ArraySlice<Pod>) -> [QuotaDemand] {
        pods.filter { !$0.isFinished }.map { QuotaDemand($0.spec) }
    }

    private static func sum(_ demands: [QuotaDemand], _ resource: Symbol) -> Int64 {
        demands.reduce(0) { PodRequest.sum($0, $1.amount(resource)) }
    }

    private static func countBudgets(_ trial: inout Trial) {
        let index = trial.index
        guard trial.snapshot.isComplete(.pod) else { return }
        for place in trial.snapshot.podDisruptionBudgets.indices {
            let budget = trial.snapshot.podDisruptionBudgets[place]
            guard let selector = budget.spec.selector else { continue }
            let pods = index.pods(inNamespace: budget.metadata.namespace, matching: selector)
                .filter { !$0.isFinished }
            let old = trial.before.index
                .pods(inNamespace: budget.metadata.namespace, matching: selector)
                .filter { !$0.isFinished }
            // One that nothing has touched keeps what its controller says.
            guard
                trial.documents[budget.key] != nil || pods.count != old.count
                    || pods.count(where: \.isReady) != old.count(where: \.isReady)
            else { continue }
            let healthy = pods.count(where: \.isReady)
            let wanted = budget.desired(of: pods.count)
            trial.snapshot.podDisruptionBudgets[place].status.expectedPods = pods.count
            trial.snapshot.podDisruptionBudgets[place].status.currentHealthy = healthy
            trial.snapshot.podDisruptionBudgets[place].status.desiredHealthy = wanted
            trial.snapshot.podDisruptionBudgets[place].status.disruptionsAllowed = max(
                0, healthy &- max(0, wanted))
        }
    }

    /// An HPA whose target or own specification changed looks again.
    private static func awakenScalers(_ touched: Set<ObjectKey>, _ trial: inout Trial) {
        for place in trial.snapshot.horizontalPodAutoscalers.indices {
            let scaler = trial.snapshot.horizontalPodAutoscalers[place]
            let isTouched =
                touched.contains(scaler.key)
                || scaler.target.map(touched.contains) ?? false
            guard isTouched else { continue }
            trial.snapshot.horizontalPodAutoscalers[place].status.conditions.removeAll {
                $0.status == "False"
            }
        }
    }

    /// What was deleted and is held by nothing any more goes.
    private static func release(_ trial: inout Trial) {
        let index = trial.index
        let free = trial.documents.keys.filter { key in
            index.metadata(of: key).map { $0.isTerminating && $0.finalizers.isEmpty } ?? false
        }
        Snapshot.remove(Set(free), from: &trial.snapshot)
        guard let namespace = trial.incident?.resource, namespace.kind == .namespace, !free.isEmpty
        else { return }
        empty(namespace, &trial)
    }

    /// A namespace goes with the last thing in it.
    private static func empty(_ namespace: ObjectKey, _ trial: inout Trial) {
        var rest = trial.snapshot
        Snapshot.remove([namespace], from: &rest)
        guard !rest.holdsAnything(of: namespace.name) else { return }
        trial.snapshot = rest
        trial.assumptions.append("that nothing else is left in the namespace")
    }
}

extension PodDisruptionBudget {
    /// How many of so many pods have to stay (`pkg/controller/disruption`).
    fileprivate func desired(of pods: Int) -> Int {
        if let minimum = spec.minAvailable {
            return minimum.scaled(of: pods, roundUp: true) ?? pods
        }
        let gone = spec.maxUnavailable?.scaled(of: pods, roundUp: true) ?? 0
        return max(0, pods &- max(0, gone))
    }
}
