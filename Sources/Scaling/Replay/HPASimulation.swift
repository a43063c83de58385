import ClusterModel

/// An HPA played over past demand, with its bounds, windows and rates: how late it would have been.
struct HPASimulation {
    /// The controller looks every 15 seconds.
    static let round: Int64 = 15

    private var scaler: HPAScaler
    private let utilization: Int
    private let tolerance: HPATolerance

    /// Nil for one that does not steer by the share of the CPU request.
    init?(_ hpa: HorizontalPodAutoscaler) {
        guard let utilization = hpa.cpuUtilization, utilization > 0 else { return nil }
        self.utilization = utilization
        tolerance = hpa.tolerance
        scaler = HPAScaler(hpa)
    }

    /// Plays one cell of constant demand, and counts the minutes times replicas that were short.
    mutating func minutesShort(
        demand: Double, request: Double, needed: Int, from start: Int64, _ replicas: inout Int
    ) -> Int {
        var short = 0
        var time = start
        let end = start + UsageGrid.cell
        while time < end {
            let wanted = desired(demand, request, replicas)
            let before = replicas
            replicas = scaler.decide(current: replicas, desired: wanted, at: time).replicas
            // Settled: nothing more happens until demand changes.
            if replicas == before, wanted == replicas {
                short += max(0, needed - replicas) * Int(end - time)
                scaler.note(wanted, at: end - Self.round)
                break
            }
            short += max(0, needed - replicas) * Int(Self.round)
            time += Self.round
        }
        return short / 60
    }

    private func desired(_ demand: Double, _ request: Double, _ replicas: Int) -> Int {
        guard replicas > 0 else { return 0 }
        let pod = HPAPod(
            .ready, usage: Int64(min(demand * 1000, 9e15)),
            request: Int64(min(request * 1000 * Double(replicas), 9e15)))
        // One pod with all of it has the ratio of the many.
        guard
            let outcome = try? HPAArithmetic.outcome(
                current: 1, [pod], .utilization(utilization), tolerance)
        else { return replicas }
        if tolerance.holds(outcome.ratio) { return replicas }
        return Int(min((outcome.ratio * Double(replicas)).rounded(.up), 1e6))
    }
}
