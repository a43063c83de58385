import ClusterModel
import Detection

/// Replicas never so few that a PodDisruptionBudget could let no pod go: nodes could not be drained.
enum DisruptionGuard {
    static func check(_ draft: inout Draft, in context: GuardContext) {
        guard let replicas = draft.replicas, replicas.proposed < replicas.current else { return }
        let subject = draft.subject
        for budget in context.view.snapshot.podDisruptionBudgets
            .inNamespace(subject.key.namespace)
        {
            guard let selector = budget.spec.selector,
                selector.matches(subject.template.metadata.labels),
                let needed = draft.replicas?.proposed
            else { continue }
            let least = budget.leastPods(from: needed, to: replicas.current)
            if least != needed {
                draft.set(
                    replicas: least ?? replicas.current, .disruptionBudget,
                    "PodDisruptionBudget \(budget.metadata.name) (\(budget.bound)) would let no pod "
                        + "of \(needed) go")
            }
        }
    }
}

extension PodDisruptionBudget {
    /// The fewest pods of which one may go. A percentage below 100 lets one go of a hundred at most,
    /// so nobody need look further.
    fileprivate func leastPods(from needed: Int, to most: Int) -> Int? {
        if case .int(let least) = spec.minAvailable {
            let first = max(needed, least < Int.max ? least + 1 : least)
            return first <= most ? first : nil
        }
        return (needed...min(most, needed + 100)).first(where: allowsDisruption)
    }

    /// Rounded as the disruption controller does.
    fileprivate func allowsDisruption(of pods: Int) -> Bool {
        if let least = spec.minAvailable {
            return least.scaled(of: pods, roundUp: true).map { pods > $0 } ?? true
        }
        guard let most = spec.maxUnavailable else { return true }
        return most.scaled(of: pods, roundUp: true).map { $0 > 0 } ?? true
    }

    fileprivate var bound: String {
        spec.minAvailable.map { "minAvailable \($0)" }
            ?? "maxUnavailable \(spec.maxUnavailable ?? .int(0))"
    }
}
