package import ClusterModel
package import Detection

/// From usage and a snapshot to proposals: recommenders first, then guards, then the replay. Pure: the
/// same inputs give the same proposals.
package struct ScalingPlanner: Sendable {
    private let context: GuardContext
    private let origin: UsageOrigin

    private var settings: ScalingSettings { context.settings }
    private var book: UsageBook { context.book }

    package init(
        _ view: ClusterView, _ book: UsageBook, _ origin: UsageOrigin,
        autoscalers: [VerticalPodAutoscaler], settings: ScalingSettings
    ) {
        context = GuardContext(view, book, autoscalers, settings)
        self.origin = origin
    }

    /// Proposals for these workloads, in their order; those of which nothing is known have none.
    package func proposals(for keys: [ObjectKey]) async -> [ScalingProposal] {
        await withTaskGroup(of: (Int, [ScalingProposal]).self) { group in
            let size = 128
            for start in stride(from: 0, to: keys.count, by: size) {
                let part = keys[start..<min(start + size, keys.count)]
                group.addTask { (start, part.compactMap(proposal)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    package func proposal(for key: ObjectKey) -> ScalingProposal? {
        guard let subject = ScalingSubject(key, context.view.index) else { return nil }
        var draft = Draft(subject)
        if subject.replicas == 0 {
            guard wake(&draft) else { return nil }
        } else {
            recommend(&draft)
            if draft.replicas == nil, draft.sizes.isEmpty { return nil }
            guardAgainstHarm(&draft)
        }
        return Assembly(context: context, origin: origin).proposal(draft)
    }

    /// How a workload's containers used each resource over the window, in `buckets` parts: the highest
    /// of each, NaN where nothing was measured. For drawing.
    package func peaks(of key: ObjectKey, buckets: Int) -> [UsagePeaks] {
        guard buckets > 0, let subject = ScalingSubject(key, context.view.index) else { return [] }
        return subject.template.spec.containers.flatMap { container -> [UsagePeaks] in
            guard let entry = book[key, container.name] else { return [] }
            return [(MeasuredResource.cpu, entry.cpu), (.memory, entry.memory)].compactMap {
                resource, usage in
                guard let peak = usage?.grid.peak else { return nil }
                let parts = (0..<buckets).map { part in
                    let range = part * peak.count / buckets..<(part + 1) * peak.count / buckets
                    return peak[range].filter { !$0.isNaN }.max() ?? .nan
                }
                return UsagePeaks(container: container.name, resource: resource, values: parts)
            }
        }
    }

    // MARK: Recommenders

    private func recommend(_ draft: inout Draft) {
        let subject = draft.subject
        // A single replica is sized; replicas are counted where there are several.
        if settings.change != .sizes, subject.replicas ?? 0 > 1 || settings.change == .replicas {
            let estimator = ReplicaEstimator(
                settings: settings, book: book, now: context.view.now)
            if let (replicas, forecast) = estimator.estimate(subject) {
                draft.replicas = replicas
                draft.forecast = forecast
            }
        }
        if settings.change == .replicas { return }
        let estimator = SizeEstimator(
            settings: settings, days: book.window.cells * Int(UsageGrid.cell) / 86400,
            containers: subject.template.spec.containers.count)
        for container in subject.template.spec.containers {
            guard let entry = book[subject.key, container.name] else { continue }
            for resource in MeasuredResource.allCases {
                if let size = estimator.size(container, resource, entry) {
                    draft.sizes.append(size)
                }
            }
        }
    }

    /// A workload without replicas that traffic waits for: one replica, for nothing measured says
    /// more.
    private func wake(_ draft: inout Draft) -> Bool {
        let key = draft.subject.key
        let index = context.view.index
        guard settings.change != .sizes, let place = index.position(of: key) else { return false }
        let traffic: ExpectedTraffic
        switch key.kind {
        case .deployment: traffic = context.traffic.traffic(of: index.snapshot.deployments[place])
        case .statefulSet: traffic = context.traffic.traffic(of: index.snapshot.statefulSets[place])
        default: return false
        }
        guard !traffic.isEmpty else { return false }
        let names = traffic.keys.map(\.description).joined(separator: ", ")
        draft.replicas = ReplicaDraft(
            current: 0, proposed: 1, method: "traffic",
            arithmetic: "0 replicas while \(names) expects pods → 1")
        draft.note(
            .zeroReplicas, .raised, "replicas",
            "0 → 1: no pod is there to answer \(names); what it will need is not known yet")
        QuotaGuard.check(&draft, in: context)
        return true
    }

    // MARK: Guards

    private func guardAgainstHarm(_ draft: inout Draft) {
        SampleGuard.check(&draft, in: context)
        AutoscalerGuard.check(&draft, in: context)
        ReplicaFloorGuard.check(&draft, in: context)
        DisruptionGuard.check(&draft, in: context)
        holdOneOfTwo(&draft)
        MemoryGuard.check(&draft, in: context)
        settleSmallChanges(&draft)
        LimitRangeGuard.check(&draft, in: context)
        NodeFitGuard.check(&draft, in: context)
        QuotaGuard.check(&draft, in: context)
    }

    /// Replicas are counted in units of the CPU request: changing both at once would count the same
    /// demand twice, and each run would undo the last one's work.
    private func holdOneOfTwo(_ draft: inout Draft) {
        guard draft.replicas != nil, settings.change == .both,
            context.scaler(of: draft.subject.key) == nil
        else { return }
        for place in draft.sizes.indices where draft.sizes[place].resource == .cpu {
            draft.hold(
                place, .oneChange,
                "replicas are counted in units of it; --change sizes sizes it and leaves the replicas"
            )
        }
    }

    /// A change of a few per cent restarts all pods for nothing.
    private func settleSmallChanges(_ draft: inout Draft) {
        for place in draft.sizes.indices {
            let size = draft.sizes[place]
            guard let current = size.current?.amount, current > 0,
                abs(size.request.amount - current) <= settings.tolerance * current,
                size.limit.map({ $0 <= (size.currentLimit?.amount ?? 0) * (1 + settings.tolerance) }
                )
                    ?? true
            else { continue }
            draft.sizes[place].restore()
        }
    }
}

/// One container's use of one resource over time.
package struct UsagePeaks: Sendable {
    package let container: Symbol
    package let resource: MeasuredResource
    package let values: [Float]

    package init(container: Symbol, resource: MeasuredResource, values: [Float]) {
        self.container = container
        self.resource = resource
        self.values = values
    }
}
