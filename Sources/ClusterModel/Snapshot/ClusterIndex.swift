// The look-ups that detectors and `index dump` share. Everything is an index into a snapshot's
// sorted arrays (four bytes), built in one pass over each array; a look-up is one hash.

/// Look-ups over one snapshot, which it holds.
package struct ClusterIndex: Sendable {
    package let snapshot: Snapshot

    private let positions: [ObjectKey: Int32]
    private let eventsByObject: [ObjectKey: [Int32]]
    private let podsByNode: [Symbol: [Int32]]
    private let podsByOwner: [ObjectKey: [Int32]]
    private let podsByNamespace: [Symbol: Range<Int32>]
    private let podsByLabel: [LabelKey: [Int32]]
    private let replicaSetsByOwner: [ObjectKey: [Int32]]
    private let jobsByOwner: [ObjectKey: [Int32]]

    /// - Parameter snapshot: normalized (`Snapshot.normalize`).
    package init(_ snapshot: consuming Snapshot) {
        var places = PositionCollector()
        try? snapshot.each(&places)
        positions = places.positions
        self.snapshot = snapshot

        eventsByObject = Self.groupEvents(self.snapshot.events)
        replicaSetsByOwner = Self.groupByController(self.snapshot.replicaSets)
        jobsByOwner = Self.groupByController(self.snapshot.jobs)
        var byNode: [Symbol: [Int32]] = [:]
        var byOwner: [ObjectKey: [Int32]] = [:]
        var byNamespace: [Symbol: Range<Int32>] = [:]
        // Labels that are asked for and that no pod has are in it too: they are known to have none.
        var byLabel = Self.selectorLabels(self.snapshot)
        for (i, pod) in self.snapshot.pods.enumerated() {
            let place = Int32(truncatingIfNeeded: i)
            let namespace = pod.metadata.namespace
            if !pod.spec.nodeName.isEmpty { byNode[pod.spec.nodeName, default: []].append(place) }
            if let owner = pod.metadata.controllerKey { byOwner[owner, default: []].append(place) }
            byNamespace[namespace] = (byNamespace[namespace]?.lowerBound ?? place)..<place + 1
            for label in pod.metadata.labels.entries {
                let key = LabelKey(namespace: namespace, key: label.key, value: label.value)
                byLabel[key]?.append(place)
            }
        }
        podsByNode = byNode
        podsByOwner = byOwner
        podsByNamespace = byNamespace
        podsByLabel = byLabel
    }

    private struct LabelKey: Hashable {
        let namespace: Symbol
        let key: Symbol
        let value: Symbol
    }

    private struct PositionCollector: ObjectListVisitor {
        var positions: [ObjectKey: Int32] = [:]

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            // Nothing refers to an event by name.
            if T.kind == .event { return }
            positions.reserveCapacity(positions.count + objects.count)
            for (i, object) in objects.enumerated() {
                positions[object.key] = Int32(truncatingIfNeeded: i)
            }
        }
    }

    private static func groupEvents(_ events: [Event]) -> [ObjectKey: [Int32]] {
        var groups: [ObjectKey: [Int32]] = [:]
        for (i, event) in events.enumerated() {
            let object = event.involvedObject
            guard let kind = Kind(name: object.kind.string) else { continue }
            groups[ObjectKey(kind, object.namespace, object.name), default: []]
                .append(Int32(truncatingIfNeeded: i))
        }
        for key in groups.keys {
            groups[key]?.sort { events[Int($0)].lastSeen < events[Int($1)].lastSeen }
        }
        return groups
    }

    private static func groupByController(_ objects: [some KubeObject]) -> [ObjectKey: [Int32]] {
        var groups: [ObjectKey: [Int32]] = [:]
        for (i, object) in objects.enumerated() {
            guard let owner = object.metadata.controllerKey else { continue }
            groups[owner, default: []].append(Int32(truncatingIfNeeded: i))
        }
        return groups
    }

    /// Only labels that some selector asks for are indexed: pods have many more.
    private static func selectorLabels(_ snapshot: Snapshot) -> [LabelKey: [Int32]] {
        var wanted: [LabelKey: [Int32]] = [:]
        func want(_ namespace: Symbol, _ labels: StringMap) {
            for label in labels.entries {
                wanted[LabelKey(namespace: namespace, key: label.key, value: label.value)] = []
            }
        }
        for service in snapshot.services {
            want(service.metadata.namespace, service.spec.selector)
        }
        for budget in snapshot.podDisruptionBudgets {
            want(budget.metadata.namespace, budget.spec.selector?.matchLabels ?? StringMap())
        }
        for policy in snapshot.networkPolicies {
            want(policy.metadata.namespace, policy.spec.podSelector.matchLabels)
        }
        return wanted
    }
}

extension ClusterIndex {
    /// True if the object is in the snapshot.
    package func contains(_ key: ObjectKey) -> Bool { positions[key] != nil }

    /// The object's place in its snapshot array.
    package func position(of key: ObjectKey) -> Int? { positions[key].map(Int.init) }

    /// Events about the object, oldest first.
    package func events(about key: ObjectKey) -> [Event] {
        (eventsByObject[key] ?? []).map { snapshot.events[Int($0)] }
    }

    package func pods(onNode name: Symbol) -> [Pod] { pods(podsByNode[name] ?? []) }

    /// Pods whose controller is exactly this object (a ReplicaSet, not its Deployment).
    package func pods(ownedBy key: ObjectKey) -> [Pod] { pods(podsByOwner[key] ?? []) }

    /// A Deployment's ReplicaSets, in order.
    package func replicaSets(ownedBy key: ObjectKey) -> [ReplicaSet] {
        (replicaSetsByOwner[key] ?? []).map { snapshot.replicaSets[Int($0)] }
    }

    /// A CronJob's Jobs, in order.
    package func jobs(ownedBy key: ObjectKey) -> [Job] {
        (jobsByOwner[key] ?? []).map { snapshot.jobs[Int($0)] }
    }

    package func pods(inNamespace name: Symbol) -> ArraySlice<Pod> {
        guard let range = podsByNamespace[name] else { return [] }
        return snapshot.pods[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// Pods of the namespace with all these labels; none for no labels, as a Service selects.
    package func pods(inNamespace namespace: Symbol, with labels: StringMap) -> [Pod] {
        var smallest: [Int32]?
        for label in labels.entries {
            let key = LabelKey(namespace: namespace, key: label.key, value: label.value)
            guard let places = podsByLabel[key] else {
                // No selector of the snapshot asks for it.
                return pods(inNamespace: namespace).filter { $0.metadata.labels.contains(labels) }
            }
            if smallest.map({ places.count < $0.count }) ?? true { smallest = places }
        }
        return pods(smallest ?? []).filter { $0.metadata.labels.contains(labels) }
    }

    /// Pods of the namespace that the selector matches; all of them for the empty selector.
    package func pods(inNamespace namespace: Symbol, matching selector: LabelSelector) -> [Pod] {
        guard !selector.matchLabels.isEmpty else {
            return pods(inNamespace: namespace).filter { selector.matches($0.metadata.labels) }
        }
        return pods(inNamespace: namespace, with: selector.matchLabels)
            .filter { selector.matches($0.metadata.labels) }
    }

    /// True if the selector matches a pod of the namespace; stops at the first.
    package func hasPods(inNamespace namespace: Symbol, matching selector: LabelSelector) -> Bool {
        let rarest = selector.matchLabels.entries.compactMap {
            podsByLabel[LabelKey(namespace: namespace, key: $0.key, value: $0.value)]
        }.min { $0.count < $1.count }
        guard let rarest else {
            return pods(inNamespace: namespace).contains { selector.matches($0.metadata.labels) }
        }
        return rarest.contains { selector.matches(snapshot.pods[Int($0)].metadata.labels) }
    }

    private func pods(_ places: [Int32]) -> [Pod] { places.map { snapshot.pods[Int($0)] } }
}
