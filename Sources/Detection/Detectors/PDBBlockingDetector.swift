import ClusterModel

/// PodDisruptionBudgets that never allow an eviction, that select no pods, or several of which
/// select one pod, which makes its eviction fail.
///
/// - Exceptions: budgets younger than the grace; one that allows nothing only until a pod is healthy
///   again; one whose workload is scaled to 0 or whose pods come and go.
/// - Severity: medium.
/// - Evidence: what must stay, the pods expected and healthy, the disruptions allowed, the selectors.
enum PDBBlockingDetector: Detector {
    static let rule = Rule(
        "AEG-308", .pdbBlocking, .medium, layer: .traffic,
        "a PodDisruptionBudget allows no disruption, selects nothing or overlaps another")

    static func findings(in view: ClusterView) -> [Finding] {
        let settled = view.snapshot.podDisruptionBudgets.filter {
            view.age($0.settledAt) > view.settings.grace
                && $0.status.observedGeneration >= $0.metadata.generation
        }
        if settled.isEmpty { return [] }
        return settled.compactMap(blocking) + settled.compactMap(failing)
            + idle(settled, in: view) + BudgetOverlaps(view).overlaps.map(overlap)
    }

    private static func blocking(_ budget: PodDisruptionBudget) -> Finding? {
        let status = budget.status
        guard status.disruptionsAllowed == 0, status.expectedPods > 0,
            status.currentHealthy >= status.desiredHealthy,
            status.desiredHealthy >= status.expectedPods, budget.syncFailure == nil
        else { return nil }
        return Finding(
            rule, on: budget.key, cause: Cause(budget.key, detail: "blocking"),
            title: "allows no disruption although all pods are healthy",
            message: .blocking(budget), since: budget.settledAt,
            evidence: [
                budget.bound,
                Evidence(budget.key, "status.disruptionsAllowed", "0"),
                Evidence(budget.key, "status.currentHealthy", "\(status.currentHealthy)"),
                Evidence(budget.key, "status.desiredHealthy", "\(status.desiredHealthy)"),
                Evidence(budget.key, "status.expectedPods", "\(status.expectedPods)"),
            ].compactMap(\.self))
    }

    /// Its controller cannot work out how many pods there should be, and then allows nothing.
    private static func failing(_ budget: PodDisruptionBudget) -> Finding? {
        guard let (place, condition) = budget.syncFailure else { return nil }
        return Finding(
            rule, on: budget.key, cause: Cause(budget.key, detail: "blocking"),
            title: "allows no disruption: its pods cannot be counted",
            message:
                "\(budget.key) allows no disruption, since its controller cannot tell how many "
                + "pods there should be: \(condition.message.excerpt)",
            since: condition.lastTransitionTime,
            evidence: [
                Evidence(
                    budget.key, "status.conditions[\(place)].message", condition.message.excerpt)
            ])
    }

    private static func idle(
        _ budgets: [PodDisruptionBudget], in view: ClusterView
    ) -> [Finding] {
        let idle = budgets.filter { $0.selectsNothing(in: view) }
        let makers: [Kind] = [
            .cronJob, .daemonSet, .deployment, .job, .replicaSet, .statefulSet,
        ]
        // A kind that could not be read may have the workload.
        if idle.isEmpty || makers.contains(where: view.snapshot.isGap) { return [] }
        let labels = WorkloadLabels(view.snapshot)
        return idle.compactMap { budget in
            let namespace = budget.metadata.namespace
            guard let selector = budget.spec.selector,
                labels.matching(selector, in: namespace).isEmpty
            else { return nil }
            let near =
                idle.count > nearestNameLimit
                ? nil : labels.nearest(to: selector.matchLabels, in: namespace)
            return Finding(
                rule, on: budget.key, cause: Cause(budget.key, detail: "idle"),
                title: "selects no pods",
                message: "\(budget.key) protects nothing: no pod and no workload of the namespace "
                    + "has the labels it selects (\(selector.text))" + .hint(near),
                evidence: [
                    Evidence(budget.key, "spec.selector", selector.text),
                    Evidence(budget.key, "status.expectedPods", "0"),
                ]
                    + (near?.found ?? []).map {
                        Evidence(
                            near?.workload ?? budget.key, "spec.template.metadata.labels.\($0.key)",
                            $0.value.string, note: "the nearest labels in the namespace")
                    })
        }
    }

    private static func overlap(_ overlap: BudgetOverlaps.Overlap) -> Finding {
        let names = overlap.budgets.map { "\"\($0.metadata.name)\"" }.joined(separator: ", ")
        let (first, count) = (overlap.budgets[0], overlap.pods.count)
        return Finding(
            rule, on: first.key, cause: Cause(first.key, detail: "overlap"),
            title: "several budgets select the same pods",
            message:
                "PodDisruptionBudgets \(names) in namespace \"\(first.metadata.namespace)\" all "
                + "select \(count == 1 ? "1 pod" : "\(count) pods"); evicting a pod with more than "
                + "one budget fails.",
            evidence: overlap.budgets.map {
                Evidence($0.key, "spec.selector", $0.spec.selector?.text ?? "")
            },
            affected: overlap.budgets.dropFirst().map(\.key) + overlap.pods)
    }
}

extension PodDisruptionBudget {
    fileprivate var settledAt: Timestamp {
        status.conditions.reduce(metadata.creationTimestamp) { max($0, $1.lastTransitionTime) }
    }

    fileprivate var syncFailure: (Int, MetaCondition)? {
        let place = status.conditions.firstIndex {
            $0.type == "DisruptionAllowed" && $0.status == "False" && $0.reason == "SyncFailed"
        }
        return place.map { ($0, status.conditions[$0]) }
    }

    /// The field that says how many must stay, or may go.
    fileprivate var bound: Evidence? {
        if let minimum = spec.minAvailable {
            return Evidence(key, "spec.minAvailable", "\(minimum)")
        }
        return spec.maxUnavailable.map { Evidence(key, "spec.maxUnavailable", "\($0)") }
    }

    fileprivate func selectsNothing(in view: ClusterView) -> Bool {
        guard status.expectedPods == 0, let selector = spec.selector, !selector.isEmpty,
            view.snapshot.isComplete(.pod, in: metadata.namespace)
        else { return false }
        return view.index.pods(inNamespace: metadata.namespace, matching: selector)
            .allSatisfy(\.isFinished)
    }
}

extension String {
    fileprivate static func hint(_ near: NearMiss?) -> String {
        guard let near else { return "." }
        let labels = near.found.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return "; \(near.workload) has \(labels)."
    }

    fileprivate static func blocking(_ budget: PodDisruptionBudget) -> String {
        let count = budget.status.expectedPods
        let pods = count == 1 ? "its only pod is" : "all \(count) pods are"
        let field = budget.bound.map { $0.path.dropFirst("spec.".count) + " " + $0.value } ?? ""
        return "\(budget.key) allows no disruption although \(pods) healthy: \(field) wants "
            + "\(budget.status.desiredHealthy) of \(count) to stay, so no node with one can be "
            + "drained."
    }
}
