package import ClusterModel

/// The labels that workloads give their pods, by namespace: which workload a selector means, and
/// which it nearly means.
package struct WorkloadLabels {
    package struct Entry {
        package let key: ObjectKey
        let labels: StringMap
        /// Nil for workloads without a fixed number of pods.
        let desired: Int?
        let changedAt: Timestamp
    }

    private var byNamespace: [Symbol: [Entry]] = [:]
    private var byLabel: [NamespacedLabel: [Entry]] = [:]

    package init(_ snapshot: Snapshot) {
        add(snapshot.deployments)
        add(snapshot.statefulSets)
        add(snapshot.daemonSets)
        add(snapshot.jobs)
        add(snapshot.cronJobs)
        for set in snapshot.replicaSets where set.metadata.controller == nil { add([set]) }
    }

    private mutating func add(_ workloads: [some Workload]) {
        for workload in workloads {
            let namespace = workload.metadata.namespace
            let entry = Entry(
                key: workload.key, labels: workload.template.metadata.labels,
                desired: workload.desiredReplicas, changedAt: workload.changedAt)
            byNamespace[namespace, default: []].append(entry)
            for label in entry.labels.entries {
                byLabel[NamespacedLabel(namespace, label), default: []].append(entry)
            }
        }
    }

    func entries(in namespace: Symbol) -> [Entry] { byNamespace[namespace] ?? [] }

    /// Workloads whose pods the selector matches.
    func matching(_ selector: StringMap, in namespace: Symbol) -> [Entry] {
        candidates(for: selector, in: namespace).filter { $0.labels.contains(selector) }
    }

    func matching(_ selector: LabelSelector, in namespace: Symbol) -> [Entry] {
        candidates(for: selector.matchLabels, in: namespace)
            .filter { selector.matches($0.labels) }
    }

    /// The shortest list that has all that match.
    private func candidates(for selector: StringMap, in namespace: Symbol) -> [Entry] {
        selector.entries.map { byLabel[NamespacedLabel(namespace, $0)] ?? [] }
            .min { $0.count < $1.count } ?? entries(in: namespace)
    }

    /// The workload that the selector most nearly matches, and the labels that keep it from doing
    /// so: all others agree, and these differ by a few letters.
    package func nearest(to selector: StringMap, in namespace: Symbol) -> NearMiss? {
        entries(in: namespace).compactMap { NearMiss(selector, $0) }
            .min { ($0.distance, $0.workload) < ($1.distance, $1.workload) }
    }
}

/// A selector that misses a workload's pods by little.
package struct NearMiss {
    package let workload: ObjectKey
    /// The selector's entries that do not match.
    package let missed: [StringMap.Entry]
    /// What the workload's pods have in their place.
    package let found: [StringMap.Entry]
    let distance: Int

    /// The selector as it would have to be to match.
    package func corrected(_ selector: StringMap) -> StringMap {
        var right = selector
        for (missed, found) in zip(missed, found) {
            right[missed.key] = nil
            right[found.key] = found.value
        }
        return right
    }

    /// Nil if it matches, or misses by much.
    init?(_ selector: StringMap, _ workload: WorkloadLabels.Entry) {
        var (missed, found): ([StringMap.Entry], [StringMap.Entry]) = ([], [])
        var total = 0
        for wanted in selector.entries where workload.labels[wanted.key] != wanted.value {
            guard let (near, distance) = Self.nearest(to: wanted, in: workload.labels) else {
                return nil
            }
            missed.append(wanted)
            found.append(near)
            total += distance
        }
        guard !missed.isEmpty else { return nil }
        self.workload = workload.key
        self.missed = missed
        self.found = found
        distance = total
    }

    /// `app=webb` for `app=web`: the same key with a like value, or a like key with the same value.
    private static func nearest(
        to wanted: StringMap.Entry, in labels: StringMap
    ) -> (StringMap.Entry, Int)? {
        labels.entries.compactMap { label -> (StringMap.Entry, Int)? in
            if label.key == wanted.key {
                return like(label.value, wanted.value).map { (label, $0) }
            }
            guard label.value == wanted.value else { return nil }
            return like(label.key, wanted.key).map { (label, $0) }
        }.min { $0.1 < $1.1 }
    }

    private static func like(_ a: Symbol, _ b: Symbol) -> Int? {
        let (x, y) = (Array(a.string.utf8), Array(b.string.utf8))
        let distance = editDistance(x, y)
        return distance <= max(1, max(x.count, y.count) / 3) ? distance : nil
    }
}
