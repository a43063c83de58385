import ClusterModel
import Detection

/// Why a PodDisruptionBudget lets no pod go, protects nothing or gets in another's way.
enum BudgetCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let place = file.index.position(of: key) else { return [] }
        let budget = file.snapshot.podDisruptionBudgets[place]
        switch file.incident.detail {
        case "overlap":
            let others = file.incident.affected.filter { $0.kind == .podDisruptionBudget }
            return [
                file.workloadCause(
                    .budgetOverlap([key] + others), .certain,
                    "\(([key] + others).map(\.description).joined(separator: " and ")) select the "
                        + "same pods, and the eviction API refuses pods with more than one budget.")
            ]
        case "idle": return [idle(budget, &file)]
        default:
            let pods = budget.status.expectedPods
            guard pods > 0 else {
                return [
                    file.workloadCause(.nothingSelected(key), .likely, file.incident.message)
                ]
            }
            return [
                file.workloadCause(
                    .budget(key, pods: pods), .certain,
                    "\(key) wants \(budget.status.desiredHealthy) of \(pods) pods to stay, so that "
                        + "none may ever go.")
            ]
        }
    }

    private static func idle(
        _ budget: PodDisruptionBudget, _ file: inout CaseFile
    ) -> RootCause {
        let selector = budget.spec.selector?.matchLabels ?? StringMap()
        let near = WorkloadLabels(file.snapshot)
            .nearest(to: selector, in: budget.metadata.namespace)
        guard let near else {
            return file.workloadCause(
                .nothingSelected(budget.key), .certain,
                "\(budget.key) selects \(selector.text), and nothing has labels like these.")
        }
        let right = near.corrected(selector)
        return file.workloadCause(
            .selector(
                budget.key, path: ["spec", "selector", "matchLabels"], from: selector, to: right),
            .certain,
            "\(budget.key) selects \(selector.text), but \(near.workload) has \(right.text).")
    }
}
