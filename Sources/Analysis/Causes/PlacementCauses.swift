import ClusterModel
import Detection

/// Which predicate keeps a pod from the node that is nearest to taking it, by the scheduler's own
/// arithmetic.
enum PlacementCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let pod = file.pods.first else { return [] }
        let workload = file.index.workload(of: pod)
        if file.incident.detail == "gated" {
            return [
                make(
                    .schedulingGate(workload), workload, .certain,
                    "\(pod.key) waits until the controller behind its scheduling gate removes it.",
                    file)
            ]
        }
        guard let verdict = PlacementAnalysis(file.view).verdict(on: pod) else {
            let words = pod.status.condition("PodScheduled")?.message.excerpt ?? ""
            return [
                make(
                    .noNode(workload, words), workload, .possible,
                    "The scheduler finds no node: \(words)", file)
            ]
        }
        return [explain(verdict, pod, workload, &file)]
    }

    private static func make(
        _ fault: Fault, _ workload: ObjectKey, _ confidence: Confidence, _ summary: String,
        _ file: CaseFile, _ more: [Fact.ID] = []
    ) -> RootCause {
        RootCause(
            fault, on: workload, file.incident.rule.category, confidence, summary,
            evidence: file.given + more)
    }

    private static func explain(
        _ verdict: PlacementAnalysis.Verdict, _ pod: Pod, _ workload: ObjectKey,
        _ file: inout CaseFile
    ) -> RootCause {
        if let lack = verdict.bestLack {
            return request(verdict, lack, pod, workload, &file)
        }
        let healthy = verdict.obstacles.filter { !$0.obstacle.isNodeTrouble }
        for (node, obstacle) in healthy {
            switch obstacle {
            case .taint(let taint):
                let fact = file.cite(ObjectKey(.node, .empty, node), "spec.taints", taint.text)
                return make(
                    .taint(workload, taint), workload, .certain,
                    "\(workload) does not tolerate the taint \(taint.text) of "
                        + "\(count(verdict) { $0 == obstacle }).", file, [fact])
            case .selector(let key, let value):
                return label(key, value, workload, &file)
            case .antiAffinity(let key), .spread(let key):
                let domains = Set(
                    file.snapshot.nodes.compactMap { $0.metadata.labels[key] }
                ).count
                return make(
                    .spreadOut(workload, topologyKey: key, domains: domains), workload, .certain,
                    "\(workload) keeps its pods apart by \(key), and each of the \(domains) "
                        + "domains has one: \(verdict.summary).", file)
            default: continue
            }
        }
        return make(
            .noNode(workload, verdict.summary), workload, .certain,
            "No node takes \(pod.key): \(verdict.summary).", file)
    }

    private static func count(
        _ verdict: PlacementAnalysis.Verdict, _ matches: (Obstacle) -> Bool
    ) -> String {
        let count = verdict.obstacles.count { matches($0.obstacle) }
        return count == 1 ? "the one node left" : "\(count) nodes"
    }

    private static func request(
        _ verdict: PlacementAnalysis.Verdict,
        _ lack: (node: Symbol, resource: Symbol, free: Int64), _ pod: Pod, _ workload: ObjectKey,
        _ file: inout CaseFile
    ) -> RootCause {
        let wanted = verdict.request.amounts[lack.resource] ?? 0
        let node = ObjectKey(.node, .empty, lack.node)
        let most = file.index.node(lack.node)?.status.allocatable[lack.resource]
        let (needs, free) = (
            AmountText.of(lack.resource, milli: wanted),
            AmountText.of(lack.resource, milli: lack.free)
        )
        let fact = file.cite(
            node, "status.allocatable.\(lack.resource)", most.map { "\($0)" } ?? "unknown",
            note: "\(free) of it is free, the most of any node that would do")
        return make(
            .request(workload, resource: lack.resource, wanted: wanted, free: lack.free), workload,
            .certain,
            "Each pod of \(workload) requests \(lack.resource) \(needs); the most that is free on "
                + "a node is \(free), on \(lack.node).", file, [fact])
    }

    private static func label(
        _ key: Symbol, _ value: Symbol, _ workload: ObjectKey, _ file: inout CaseFile
    ) -> RootCause {
        let values = Set(file.snapshot.nodes.compactMap { $0.metadata.labels[key] }).sorted()
        var (rightKey, rightValue) = (key, Symbol?.none)
        if values.isEmpty {
            let keys = Set(file.snapshot.nodes.flatMap { $0.metadata.labels.entries.map(\.key) })
            if let near = nearestName(to: key.string, among: keys.sorted()) {
                rightKey = Symbol(near)
                let there = Set(file.snapshot.nodes.compactMap { $0.metadata.labels[rightKey] })
                rightValue = there.contains(value) ? value : there.sorted().first
            }
        } else {
            rightValue =
                nearestName(to: value.string, among: values).map(Symbol.init)
                ?? (values.count == 1 ? values[0] : nil)
        }
        let fact = file.cite(
            workload, TemplateEdit(workload).fieldPath("nodeSelector"), "\(key)=\(value)",
            note: "no node has this label")
        let hint = rightValue.map { "; nodes have \(rightKey)=\($0)" } ?? ""
        return make(
            .nodeLabel(
                workload, key: key, value: value, rightKey: rightKey, rightValue: rightValue),
            workload, .certain,
            "\(workload) wants nodes with \(key)=\(value), and none has it\(hint).", file, [fact])
    }
}
