internal import Analysis
internal import ClusterModel
internal import Detection

/// Whether a change leaves the pods that PodDisruptionBudgets ask for.
///
/// Budgets bind evictions, not roll-outs, so a roll-out that goes below one for a while is told and
/// does not fail; too few replicas for good do.
struct BudgetArithmetic {
    private let view: ClusterView

    init(_ view: ClusterView) { self.view = view }

    func checks(of change: ProposedChange) -> [ShadowCheck] {
        change.patches.compactMap { patch in
            guard let workload = Workload(patch, in: view.snapshot) else { return nil }
            let budgets = view.snapshot.podDisruptionBudgets.filter {
                $0.metadata.namespace == patch.target.namespace
                    && ($0.spec.selector?.matches(workload.labels) ?? false)
            }
            return budgets.map { check(workload, $0) }.first { $0.status != .passed }
                ?? budgets.first.map { check(workload, $0) }
        }
    }

    private func check(_ workload: Workload, _ budget: PodDisruptionBudget) -> ShadowCheck {
        let wanted = budget.spec.healthy(of: workload.replicas)
        let evidence = [
            Evidence(
                budget.key,
                budget.spec.minAvailable == nil ? "spec.maxUnavailable" : "spec.minAvailable",
                "\(budget.spec.minAvailable ?? budget.spec.maxUnavailable ?? .int(0))")
        ]
        if workload.replicas < wanted {
            return ShadowCheck(
                "budget", .failed,
                "\(workload.replicas) replicas are fewer than the \(wanted) that \(budget.key) asks for",
                evidence: evidence)
        }
        if workload.least < wanted {
            return ShadowCheck(
                "budget", .skipped,
                "the roll-out may go down to \(workload.least) pods for a while; \(budget.key) asks "
                    + "for \(wanted)",
                evidence: evidence)
        }
        return ShadowCheck(
            "budget", .passed, "\(budget.key) keeps its \(wanted) pods", evidence: evidence)
    }

    /// A workload after the patch.
    private struct Workload {
        var labels: StringMap
        var replicas: Int
        /// Pods that the roll-out leaves ready at the least.
        var least: Int

        init?(_ patch: Patch, in snapshot: Snapshot) {
            guard patch.kind == .strategicMerge || patch.kind == .merge else { return nil }
            let asked: Int? =
                if case .int(let count)? = patch.body[["spec", "replicas"]] {
                    Int(clamping: count).clampedReplicas
                } else { nil }
            let restarts = patch.body[["spec", "template"]] != nil
            switch patch.target.kind {
            case .deployment:
                guard let found = snapshot.deployments.first(where: { $0.key == patch.target })
                else { return nil }
                labels = found.spec.template.metadata.labels
                replicas = asked ?? (found.spec.replicas ?? 1).clampedReplicas
                let strategy = found.spec.strategy
                let gap =
                    strategy.type == "Recreate"
                    ? replicas
                    : (strategy.rollingUpdate?.maxUnavailable ?? .string("25%"))
                        .scaled(of: replicas, roundUp: false)?.clampedReplicas ?? 0
                least = restarts ? max(0, replicas - gap) : replicas
            case .statefulSet:
                guard let found = snapshot.statefulSets.first(where: { $0.key == patch.target })
                else { return nil }
                labels = found.spec.template.metadata.labels
                replicas = asked ?? (found.spec.replicas ?? 1).clampedReplicas
                least = restarts ? max(0, replicas - 1) : replicas
            default: return nil
            }
        }
    }
}

extension PodDisruptionBudgetSpec {
    /// Percentages are rounded up (pkg/controller/disruption).
    fileprivate func healthy(of replicas: Int) -> Int {
        if let minAvailable { return minAvailable.scaled(of: replicas, roundUp: true) ?? 0 }
        guard let maxUnavailable else { return 0 }
        let gap = maxUnavailable.scaled(of: replicas, roundUp: true)?.clampedReplicas ?? 0
        return max(0, replicas - gap)
    }
}

extension Int {
    /// A number that pods can have, whatever a dump or a patch says.
    fileprivate var clampedReplicas: Int { Swift.min(Swift.max(self, 0), 1_000_000) }
}
