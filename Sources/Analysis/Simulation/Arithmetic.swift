import ClusterModel
import Detection

/// Whether what a fix asks for is there: nodes, quota, bounds, referenced objects.
enum Arithmetic {
    static func checks(
        _ touched: Set<ObjectKey>, _ trial: Trial, _ after: ClusterView
    ) -> [Check] {
        let workloads = touched.filter { after.index.podSpec(of: $0) != nil }.sorted()
        let changed = workloads.filter { key in
            trial.before.index.podSpec(of: key) != after.index.podSpec(of: key)
                || trial.before.index.pods(ofWorkload: key).count
                    != after.index.pods(ofWorkload: key).count
        }
        return references(workloads, after) + scheduling(changed, after)
            + quotas(Set(changed.map(\.namespace)), trial, after) + bounds(changed, after)
    }

    private static func references(_ workloads: [ObjectKey], _ after: ClusterView) -> [Check] {
        let checker = ReferenceChecker(after)
        let wanted = workloads.flatMap { key in
            after.index.podSpec(of: key)?.configReferences(in: key.namespace) ?? []
        }
        if wanted.isEmpty { return [] }
        var unknown = 0
        for reference in wanted {
            switch checker.presence(of: reference) {
            case .present: continue
            case .unknown: unknown += 1
            case .objectMissing:
                return [Check("references", .failed, "\(reference.object) does not exist")]
            case .keyMissing:
                return [
                    Check(
                        "references", .failed,
                        "\(reference.object) has no key \"\(reference.key)\"")
                ]
            }
        }
        if unknown > 0 {
            return [
                Check(
                    "references", .skipped,
                    "\(unknown) of \(wanted.count) ConfigMap and Secret keys could not be read")
            ]
        }
        return [
            Check(
                "references", .passed,
                wanted.count == 1
                    ? "the ConfigMap or Secret that its pods need exists"
                    : "all \(wanted.count) ConfigMaps, Secrets and keys that its pods need exist")
        ]
    }

    private static func scheduling(_ workloads: [ObjectKey], _ after: ClusterView) -> [Check] {
        let pods = workloads.filter { $0.kind != .cronJob && $0.kind != .job }
            .flatMap { after.index.pods(ofWorkload: $0) }.filter { !$0.isFinished }
        if pods.isEmpty { return [] }
        guard after.snapshot.isComplete(.node), !after.snapshot.nodes.isEmpty else {
            return [Check("scheduling", .skipped, "the nodes could not be read")]
        }
        // What other namespaces run on the nodes is not known: there may be less room.
        let knowsAll = after.snapshot.isComplete(.pod) && after.snapshot.namespacesRead.isEmpty
        let placed = pods.filter { !$0.spec.nodeName.isEmpty }
        let nodes = Set(placed.map(\.spec.nodeName)).sorted().map(\.string)
        let all = pods.count == 1 ? "the pod" : "all \(pods.count) pods"
        if placed.count == pods.count, !knowsAll {
            return [
                Check(
                    "scheduling", .skipped,
                    "not known: whether pods that were not read leave room on the nodes")
            ]
        }
        return placed.count == pods.count
            ? [
                Check(
                    "scheduling", .passed,
                    "\(all) \(pods.count == 1 ? "fits" : "fit") on \(nodes.prefix(4).joined(separator: ", "))"
                        + (nodes.count > 4 ? " and \(nodes.count - 4) more" : ""))
            ]
            : [
                Check(
                    "scheduling", .failed,
                    "\(pods.count - placed.count) of \(pods.count) pods fit on no node")
            ]
    }

    private static func quotas(
        _ namespaces: Set<Symbol>, _ trial: Trial, _ after: ClusterView
    ) -> [Check] {
        let quotas = namespaces.sorted().flatMap { after.snapshot.resourceQuotas.inNamespace($0) }
        if quotas.isEmpty { return [] }
        for quota in quotas {
            for entry in quota.status.hard.entries {
                guard let used = quota.status.used[entry.name], used > entry.amount else {
                    continue
                }
                let text = AmountText.of(entry.name.bare, milli: used.milli)
                return [
                    Check(
                        "quota", .failed,
                        "\(quota.key) allows \(entry.amount) of \(entry.name), and \(text) would "
                            + "be used")
                ]
            }
        }
        return [
            Check(
                "quota", .passed,
                "\(quotas.map(\.key.description).joined(separator: ", ")) has room")
        ]
    }

    private static func bounds(_ workloads: [ObjectKey], _ after: ClusterView) -> [Check] {
        let ranges = workloads.flatMap { after.snapshot.limitRanges.inNamespace($0.namespace) }
        if ranges.isEmpty { return [] }
        for key in workloads {
            guard let spec = after.index.podSpec(of: key),
                let found = after.snapshot.limitBreach(of: spec, in: key.namespace)
            else { continue }
            return [
                Check(
                    "limits", .failed,
                    "\(found.range) allows \(found.breach.isMaximum ? "at most" : "at least") "
                        + "\(found.breach.bound) \(found.breach.resource) a container, not "
                        + "\(found.asked)")
            ]
        }
        return [Check("limits", .passed, "containers keep the namespace's LimitRange")]
    }
}
