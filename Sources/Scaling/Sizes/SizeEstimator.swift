import ClusterModel
import Detection

/// One container's sizes by the chosen method, with what the other says beside it.
struct SizeEstimator {
    let settings: ScalingSettings
    let days: Int
    /// How many share the VPA's floor for a pod.
    let containers: Int

    /// Nil if nothing was measured of it.
    func size(
        _ container: Container, _ resource: MeasuredResource, _ entry: UsageBook.Entry
    ) -> SizeDraft? {
        let usage = resource == .cpu ? entry.cpu : entry.memory
        let byHistogram = vpa(resource, usage, entry)
        // A few samples beside a checkpoint are no history of their own.
        let isThin = entry.checkpoint != nil && usage?.sampleCount ?? 0 < settings.leastSamples
        let byPeaks = isThin ? nil : usage.map { krr(resource, $0) }
        let inOrder = settings.method == .vpa ? [byHistogram, byPeaks] : [byPeaks, byHistogram]
        let estimates = inOrder.compactMap(\.self)
        guard let chosen = estimates.first else { return nil }
        var draft = SizeDraft(
            container: container.name, resource: resource,
            current: container.resources.request(resource.name),
            currentLimit: container.resources.limits[resource.name],
            proposed: chosen.amount)
        draft.method = chosen.method.rawValue
        draft.arithmetic = chosen.arithmetic
        draft.alternatives = estimates.dropFirst().map { $0.alternative(resource) }
        draft.limit = limit(draft, usage)
        return draft
    }

    private struct Estimate {
        let method: ScalingSettings.Method
        let amount: Double
        let arithmetic: String
        var bounds: VPAEstimate?

        func alternative(_ resource: MeasuredResource) -> Alternative {
            var alternative = Alternative()
            alternative.method = method.rawValue
            alternative.request = resource.quantity(amount)
            if let bounds, bounds.upper.isFinite {
                alternative.lower = resource.quantity(bounds.lower)
                alternative.upper = resource.quantity(bounds.upper)
            }
            return alternative
        }
    }

    private func krr(_ resource: MeasuredResource, _ usage: ResourceUsage) -> Estimate {
        let basis =
            "\(usage.podCount.of("pod")), \(usage.sampleCount.of("sample")), \(days)d"
        switch resource {
        case .cpu:
            let cores = KRREstimate.cores([usage.highestPercentile]) ?? KRREstimate.leastCores
            return Estimate(
                method: .krr, amount: cores,
                arithmetic: "highest p95 of a pod \(usage.highestPercentile.short) cores (\(basis))"
            )
        case .memory:
            let bytes = KRREstimate.bytes(highest: usage.highest)
            let highest = text(usage.highest, resource)
            return Estimate(
                method: .krr, amount: bytes,
                arithmetic: "highest \(highest) × \(KRREstimate.memoryBuffer) (\(basis))")
        }
    }

    private func vpa(
        _ resource: MeasuredResource, _ usage: ResourceUsage?, _ entry: UsageBook.Entry
    ) -> Estimate? {
        let shared = Double(max(1, containers))
        let floor =
            (resource == .cpu ? VPAEstimate.podFloorCores : VPAEstimate.podFloorBytes) / shared
        let estimate: VPAEstimate?
        let histogram: DecayingHistogram
        let basis: String
        if let checkpoint = entry.checkpoint {
            histogram = resource == .cpu ? checkpoint.cpu : checkpoint.memory
            estimate = VPAEstimate(
                histogram, samples: checkpoint.samples,
                seconds: checkpoint.last.since(checkpoint.first), floor: floor)
            basis = "VPA checkpoint, \(checkpoint.samples.of("sample"))"
        } else if let usage {
            // Its confidence goes by CPU samples; those of memory stand in where there are none.
            let counted = entry.cpu ?? usage
            histogram = usage.histogram
            estimate = VPAEstimate(
                histogram, samples: counted.sampleCount, seconds: counted.span, floor: floor)
            basis = "8d histogram"
        } else {
            return nil
        }
        guard let estimate else { return nil }
        return Estimate(
            method: .vpa, amount: estimate.target,
            arithmetic: "p90 \(text(histogram.percentile(0.9), resource)) × \(VPAEstimate.margin), "
                + "at least \(resource.quantity(floor)) (\(basis))",
            bounds: estimate)
    }

    private func text(_ amount: Double, _ resource: MeasuredResource) -> String {
        switch resource {
        case .cpu: "\(amount.short) cores"
        case .memory: AmountText.of("memory", bytes: amount)
        }
    }

    /// Memory's limit goes with the request, as KRR sets it, where there is one: where there is none,
    /// a new one could only kill. A CPU limit is raised where usage came up to it and never lowered;
    /// KRR would drop it.
    private func limit(_ draft: SizeDraft, _ usage: ResourceUsage?) -> Double? {
        guard let current = draft.currentLimit?.amount else { return nil }
        switch draft.resource {
        case .memory: return draft.proposed
        case .cpu:
            let peak = usage?.highest ?? 0
            let wanted = peak >= 0.95 * current ? peak * KRREstimate.memoryBuffer : current
            return max(current, wanted, draft.proposed)
        }
    }
}

extension Int {
    /// `1 pod`, `2 pods`.
    func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension Double {
    /// Three significant decimals are more than any of these numbers is good for.
    var short: String {
        let milli = (self * 1000).rounded() / 1000
        return milli == milli.rounded() && abs(milli) < 1e9 ? "\(Int(milli))" : "\(milli)"
    }
}
