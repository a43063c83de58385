import ClusterModel

/// Pods that more than one PodDisruptionBudget selects.
struct BudgetOverlaps: Sendable {
    struct Overlap: Sendable {
        /// Two or more, by name.
        let budgets: [PodDisruptionBudget]
        let pods: [ObjectKey]
    }

    let overlaps: [Overlap]

    init(_ view: ClusterView) {
        let budgets = view.snapshot.podDisruptionBudgets
        var overlaps: [Overlap] = []
        var start = budgets.startIndex
        // Sorted by namespace, so each namespace is a run of them.
        while start < budgets.endIndex {
            let namespace = budgets[start].metadata.namespace
            let end =
                budgets[start...].firstIndex { $0.metadata.namespace != namespace }
                ?? budgets.endIndex
            if end - start > 1 { overlaps += Self.overlaps(of: budgets[start..<end], in: view) }
            start = end
        }
        self.overlaps = overlaps
    }

    private static func overlaps(
        of budgets: ArraySlice<PodDisruptionBudget>, in view: ClusterView
    ) -> [Overlap] {
        // The first budget of each pod; only pods with a second one get a list.
        var first: [Symbol: Int] = [:]
        var several: [Symbol: [Int]] = [:]
        for i in budgets.indices {
            guard let selector = budgets[i].spec.selector else { continue }
            let namespace = budgets[i].metadata.namespace
            for pod in view.index.pods(inNamespace: namespace, matching: selector)
            where !pod.isFinished {
                if let other = first.updateValue(i, forKey: pod.metadata.name) {
                    several[pod.metadata.name, default: [other]].append(i)
                }
            }
        }
        return Dictionary(grouping: several.keys) { several[$0] ?? [] }.map { places, names in
            Overlap(
                budgets: places.map { budgets[$0] },
                pods: names.sorted().map {
                    ObjectKey(.pod, budgets[budgets.startIndex].metadata.namespace, $0)
                })
        }
    }
}
