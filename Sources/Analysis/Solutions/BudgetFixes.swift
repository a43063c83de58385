import ClusterModel
import Detection

/// Budgets that let one pod go at a time.
enum BudgetFixes {
    static func fixes(for fault: Fault, in file: CaseFile) -> [Fix] {
        switch fault {
        case .budget(let key, let pods): return budget(key, pods, file)
        case .budgetOverlap(let keys):
            return keys.dropFirst().map { key in
                Fix(
                    "Delete \(key)",
                    rationale: "One budget over these pods is enough: \(keys[0]) stays.",
                    risk: .medium, patches: [Patch(key, .delete, .null)],
                    assumptions: ["that \(keys[0]) protects as many pods as are wanted"])
            }
        default: return []
        }
    }

    private static func budget(_ key: ObjectKey, _ pods: Int, _ file: CaseFile) -> [Fix] {
        let relax = Fix(
            "Let one pod go at a time",
            rationale: "maxUnavailable 1 holds however many replicas there are; as it is, no node "
                + "with one of the pods can be drained."
                + (pods == 1 ? " With one replica that is a moment without any." : ""),
            risk: pods == 1 ? .medium : .low,
            patches: [
                Patch(key, .merge, ["spec": ["maxUnavailable": 1, "minAvailable": .null]])
            ])
        let workload = file.index.position(of: key).flatMap { place in
            file.snapshot.podDisruptionBudgets[place].spec.selector.flatMap { selector in
                file.index.pods(inNamespace: key.namespace, matching: selector).first
                    .map(file.index.workload(of:))
            }
        }
        guard let workload, workload.kind == .deployment || workload.kind == .statefulSet else {
            return [relax]
        }
        let more = min(pods, 1 << 20) + 1
        return [
            relax,
            Fix(
                "Scale \(workload) up to \(more) replicas",
                rationale: "With one more than have to stay, one may go. It helps only if "
                    + "minAvailable is a number and no percentage.", risk: .low,
                patches: [
                    Patch(
                        workload, .strategicMerge,
                        ["spec": ["replicas": .int(Int64(more))]])
                ]),
        ]
    }
}
