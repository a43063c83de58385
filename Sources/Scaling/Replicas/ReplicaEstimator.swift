import ClusterModel

/// How many replicas a workload needs, by the HPA's rule: so many that demand is the target share of
/// what they request. Demand is the forecast's for the coming day, or what is measured right now.
struct ReplicaEstimator {
    let settings: ScalingSettings
    let book: UsageBook
    let now: Timestamp

    /// Forecasts need this many measured hours.
    static let leastHours = 48
    /// How replicas are said to be counted where there is no history.
    static let momentaryMethod = "hpa"
    /// Samples older than this say nothing of now.
    static let freshness = 900

    /// Nil where replicas are not to be changed or cannot be worked out.
    func estimate(_ subject: ScalingSubject) -> (
        replicas: ReplicaDraft, forecast: ForecastSummary?
    )? {
        guard subject.key.kind == .deployment, let current = subject.replicas, current >= 1,
            let request = subject.request(.cpu), request > 0
        else { return nil }
        return forecast(subject, current, request) ?? momentary(subject, current)
    }

    // MARK: By the forecast

    private func forecast(
        _ subject: ScalingSubject, _ current: Int, _ request: Double
    ) -> (ReplicaDraft, ForecastSummary?)? {
        guard let demand = demand(of: subject), demand.measured >= Self.leastHours,
            let forecast = DemandForecast(demand)
        else { return nil }
        let peak = forecast.peak
        let each = request * Double(settings.targetUtilization) / 100
        let ratio = peak.value / (each * Double(current))
        let needed = Int(min((peak.value / each).wholeUp, Double(Int32.max)))
        let keeps = HPATolerance().holds(ratio)
        let draft = ReplicaDraft(
            current: current, proposed: keeps ? current : needed, method: "forecast",
            arithmetic: "forecast peak \(peak.value.short) cores / (\(request.short) cores × "
                + "\(settings.targetUtilization)%) = \((peak.value / each).short)"
                + (keeps ? ", within 10% of \(current)" : " → \(needed)"))
        return (draft, forecast.summary)
    }

    func demand(of subject: ScalingSubject) -> HourlyDemand? {
        HourlyDemand(
            subject.template.spec.containers.compactMap {
                book[subject.key, $0.name]?.cpu?.grid
            })
    }

    // MARK: By the moment

    private func momentary(
        _ subject: ScalingSubject, _ current: Int
    ) -> (ReplicaDraft, ForecastSummary?)? {
        let pods = pods(of: subject, "cpu")
        guard pods.contains(where: { $0.standing == .ready }) else { return nil }
        let target = settings.targetUtilization
        guard
            let outcome = try? HPAArithmetic.outcome(
                current: current, pods, .utilization(target))
        else { return nil }
        let draft = ReplicaDraft(
            current: current, proposed: outcome.replicas, method: Self.momentaryMethod,
            arithmetic: outcome.arithmetic(target: "\(target)%", unit: "%"))
        return (draft, nil)
    }

    /// The pods as the HPA's controller would count them.
    func pods(of subject: ScalingSubject, _ resource: Symbol, container: Symbol = .empty)
        -> [HPAPod]
    {
        subject.pods.map { pod in
            HPAPod(
                pod, resource, container: container, sample: sample(pod, resource, container),
                now: now)
        }
    }

    /// Of all the pod's containers together; nil if one of them was not measured.
    private func sample(_ pod: Pod, _ resource: Symbol, _ container: Symbol) -> HPASample? {
        var sum: HPASample?
        for one in pod.runningContainers where container.isEmpty || one.name == container {
            let recent = book.recent[
                UsageBook.PodContainer(
                    namespace: pod.metadata.namespace, pod: pod.metadata.name,
                    container: one.name)]
            guard let sample = resource == "cpu" ? recent?.cpu : recent?.memory,
                now.since(sample.takenAt) <= Self.freshness
            else { return nil }
            sum = HPASample(
                usage: min((sum?.usage ?? 0), Int64.max / 2) + min(sample.usage, Int64.max / 2),
                takenAt: min(sum?.takenAt ?? sample.takenAt, sample.takenAt),
                window: sample.window)
        }
        return sum
    }
}

extension HPAOutcome {
    /// `cpu 92% of 80%: ratio 1.15 × 4 pods = 4.6 → 5`.
    func arithmetic(target: String, unit: String) -> String {
        "now \(current)\(unit) of \(target): ratio \(ratio.short) × \(counted) pods = "
            + "\((ratio * Double(counted)).short) → \(replicas)"
    }
}

extension DemandForecast {
    var summary: ForecastSummary {
        var summary = ForecastSummary()
        summary.method = method.rawValue
        summary.peak.value = (peak.value * 1000).rounded() / 1000
        summary.peakAt = Timestamp(seconds: start + Int64(peak.hour) * HourlyDemand.hour)
        guard let backtest else {
            summary.note = "too little history to try a forecast; the baseline is used"
            return summary
        }
        summary.error = (backtest.error * 10_000).rounded() / 10_000
        summary.baselineError = (backtest.baselineError * 10_000).rounded() / 10_000
        summary.backtestDays = backtest.days
        if !backtest.beatsBaseline {
            summary.note = "Holt-Winters does not beat the seasonal baseline here; it is used"
        }
        return summary
    }
}
