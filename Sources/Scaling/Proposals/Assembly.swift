import ClusterModel
import Detection

/// From a finished draft to the document.
struct Assembly {
    let context: GuardContext
    let origin: UsageOrigin

    func proposal(_ draft: Draft) -> ScalingProposal {
        let subject = draft.subject
        var proposal = ScalingProposal()
        proposal.target = ResourceReference(subject.key)
        proposal.createdAt = context.view.now
        proposal.expiresAt = context.view.now.adding(seconds: context.settings.lifetime)
        proposal.optedIn.value = subject.isOptedIn
        proposal.usage = usage(subject)
        proposal.replicas = draft.replicas.map(ReplicaChange.init)
        proposal.containers = containers(draft)
        proposal.forecast = draft.forecast
        proposal.guards.value = draft.guards
        proposal.replay = replay(draft)
        proposal.saving = saving(draft)
        proposal.patch = ProposedPatch(draft)
        proposal.state.value = state(proposal).rawValue
        proposal.id = Fingerprint.of(identity(proposal))
        return proposal
    }

    private func state(_ proposal: ScalingProposal) -> ScalingProposal.State {
        if proposal.patch != nil { return .proposed }
        let held = GuardRecord.Effect.held.rawValue
        return proposal.guards.value.contains { $0.effect == held } ? .held : .unchanged
    }

    /// What is proposed for what, and from what.
    private func identity(_ proposal: ScalingProposal) -> [String] {
        let target = proposal.target
        return [
            target.kind, target.namespace, target.name, proposal.state.value,
            proposal.replicas?.arithmetic ?? "", proposal.patch?.body ?? "",
        ]
    }

    private func containers(_ draft: Draft) -> [ContainerChange] {
        draft.subject.template.spec.containers.compactMap { container in
            let sizes = draft.sizes.filter { $0.container == container.name }
            guard !sizes.isEmpty else { return nil }
            var change = ContainerChange()
            change.name = container.name.string
            change.cpu = sizes.first { $0.resource == .cpu }.map(SizeChange.init)
            change.memory = sizes.first { $0.resource == .memory }.map(SizeChange.init)
            return change
        }
    }

    private func usage(_ subject: ScalingSubject) -> UsageSummary {
        var summary = UsageSummary()
        summary.source = origin.source.rawValue
        let entries = subject.template.spec.containers.compactMap {
            context.book[subject.key, $0.name]
        }
        let all = entries.flatMap { [$0.cpu, $0.memory] }.compactMap(\.self)
        let checkpoints = entries.compactMap(\.checkpoint)
        summary.samples.value =
            all.map(\.sampleCount).max() ?? checkpoints.map(\.samples).max() ?? 0
        summary.pods = all.map(\.podCount).max() ?? 0
        let firsts = all.map { Timestamp(seconds: $0.first) } + checkpoints.map(\.first)
        let lasts = all.map { Timestamp(seconds: $0.last) } + checkpoints.map(\.last)
        summary.start = firsts.min() ?? Timestamp()
        summary.end = lasts.max() ?? Timestamp()
        let judged = Confidence(
            samples: summary.samples.value, seconds: summary.end.since(summary.start))
        summary.confidence = judged.level.rawValue
        summary.note = judged.reason
        return summary
    }

    // MARK: What it would do

    private func replay(_ draft: Draft) -> ReplaySummary? {
        let containers = draft.subject.template.spec.containers
        let usage = containers.compactMap { container in
            context.book[draft.subject.key, container.name].map { (container.name, $0) }
        }
        let replay = Replay(usage: usage)
        guard replay.hours > 0 else { return nil }
        var summary = ReplaySummary()
        summary.hours.value = replay.hours
        summary.current = replay.outcome(of: trial(draft, isProposed: false))
        summary.proposed = replay.outcome(of: trial(draft, isProposed: true))
        return summary
    }

    private func trial(_ draft: Draft, isProposed: Bool) -> Replay.Trial {
        var trial = Replay.Trial(
            replicas: isProposed ? draft.count : draft.subject.count,
            request: draft.subject.request(.cpu))
        trial.autoscaler = context.scaler(of: draft.subject.key).flatMap(HPASimulation.init)
        for container in draft.subject.template.spec.containers {
            trial.cpuLimits[container.name] = container.resources.limits["cpu"]?.amount
            trial.memoryLimits[container.name] = container.resources.limits["memory"]?.amount
        }
        guard isProposed else { return trial }
        for size in draft.sizes {
            switch size.resource {
            case .cpu: trial.cpuLimits[size.container] = size.limit
            case .memory: trial.memoryLimits[size.container] = size.limit
            }
        }
        trial.request = draft.proposedRequest(.cpu)
        return trial
    }

    private func saving(_ draft: Draft) -> Saving {
        func saved(_ resource: MeasuredResource) -> Double {
            let before = draft.presentRequest(resource) * Double(draft.subject.count)
            let after = (draft.proposedRequest(resource) ?? 0) * Double(draft.count)
            return before - after
        }
        let (cores, bytes) = (saved(.cpu), saved(.memory))
        var saving = Saving()
        saving.cores.value = (cores * 1000).rounded() / 1000
        saving.bytes.value = Int(max(-9e18, min(9e18, bytes)))
        if let prices = context.settings.prices {
            saving.perMonth = prices.perMonth(cores: cores, bytes: bytes)
            saving.currency = prices.currency
        }
        return saving
    }
}

extension Draft {
    /// What one pod requests now; a container that requests nothing counts nothing.
    func presentRequest(_ resource: MeasuredResource) -> Double {
        subject.template.spec.containers.reduce(0) {
            $0 + ($1.resources.request(resource.name)?.amount ?? 0)
        }
    }

    /// What one pod would request; nil if it would request nothing.
    func proposedRequest(_ resource: MeasuredResource) -> Double? {
        let sum = subject.template.spec.containers.reduce(0.0) { sum, container in
            let size = sizes.first { $0.container == container.name && $0.resource == resource }
            return sum
                + (size?.request.amount ?? container.resources.request(resource.name)?.amount ?? 0)
        }
        return sum > 0 ? sum : nil
    }
}

extension ReplicaChange {
    init(_ draft: ReplicaDraft) {
        self.init()
        current.value = draft.current
        proposed.value = draft.proposed
        method = draft.method
        arithmetic = draft.arithmetic
    }
}

extension SizeChange {
    init(_ draft: SizeDraft) {
        self.init()
        request.current = draft.current ?? Quantity()
        request.proposed = draft.proposed > 0 ? draft.request : Quantity()
        if let limit = draft.limitQuantity {
            var change = AmountChange()
            change.current = draft.currentLimit ?? Quantity()
            change.proposed = limit
            self.limit = change
        }
        method = draft.method
        arithmetic = draft.arithmetic
        alternatives = draft.alternatives
    }
}
