// How many replicas an HPA wants by one metric: the calculation of kubernetes
// `pkg/controller/podautoscaler/replica_calculator.go` (GetResourceReplicas and
// calcPlainMetricReplicas) and `metrics/utilization.go`, as of 1.33 (whose tolerances are one each way), step by step.

/// What an HPA steers to.
package enum HPATarget: Sendable, Hashable {
    /// Per cent of the request.
    case utilization(Int)
    /// So much for each pod, in thousandths of the unit.
    case averageValue(Int64)
}

/// By how much the ratio may be off before anything is done; 0.1 is the controller's default.
package struct HPATolerance: Sendable, Hashable {
    package var up = 0.1
    package var down = 0.1

    package init(up: Double = 0.1, down: Double = 0.1) {
        self.up = up
        self.down = down
    }

    func holds(_ ratio: Double) -> Bool { 1 - down <= ratio && ratio <= 1 + up }
}

/// Why no count can be worked out.
package enum HPAError: Error, Hashable {
    case noPods
    /// No ready pod has a sample.
    case noMetrics
    /// A container requests none of the resource, so there is no utilisation.
    case missingRequest
    case noTarget
}

/// What one metric says.
package struct HPAOutcome: Sendable, Hashable {
    package var replicas: Int
    /// Per cent of the request, or the average in thousandths: what `kubectl get hpa` shows.
    package var current: Int64
    /// Usage over target, with unready and missing pods counted where they are.
    package var ratio: Double
    /// The pods that the ratio was multiplied with.
    package var counted: Int

    package init(replicas: Int, current: Int64, ratio: Double, counted: Int) {
        self.replicas = replicas
        self.current = current
        self.ratio = ratio
        self.counted = counted
    }
}

package enum HPAArithmetic {
    package static func outcome(
        current: Int, _ pods: [HPAPod], _ target: HPATarget, _ tolerance: HPATolerance = .init()
    ) throws(HPAError) -> HPAOutcome {
        if pods.isEmpty { throw .noPods }
        let scale = try Scale(target, pods)
        let ready = pods.filter { $0.standing == .ready }
        if ready.isEmpty { throw .noMetrics }
        let first = try scale.ratio(ready.map { ($0.usage, $0.request ?? 0) })
        var outcome = HPAOutcome(
            replicas: current, current: first.current, ratio: first.ratio, counted: ready.count)
        // A utilisation that is the target exactly leaves those without a sample out.
        let missing =
            scale.countsMissing(at: first.ratio) ? pods.filter { $0.standing == .missing } : []
        let unready = pods.filter { $0.standing == .unready }
        let countsUnready = !unready.isEmpty && first.ratio > 1
        if !countsUnready, missing.isEmpty {
            if !tolerance.holds(first.ratio) {
                outcome.replicas = count(first.ratio, ready.count)
            }
            return outcome
        }
        // Both ways the doubt is counted against the change.
        var counted = ready.map { ($0.usage, $0.request ?? 0) }
        for pod in missing { counted.append(scale.assumed(pod, ratio: first.ratio)) }
        if countsUnready { counted += unready.map { (0, $0.request ?? 0) } }
        let second = try scale.ratio(counted).ratio
        outcome.ratio = second
        outcome.counted = counted.count
        let flips = (first.ratio < 1 && second > 1) || (first.ratio > 1 && second < 1)
        if tolerance.holds(second) || flips { return outcome }
        let replicas = count(second, counted.count)
        let contradicts = (second < 1 && replicas > current) || (second > 1 && replicas < current)
        if !contradicts { outcome.replicas = replicas }
        return outcome
    }

    /// Several metrics: the largest count. One that cannot be worked out is left aside unless the
    /// others would scale down, for it might have said no
    /// (`computeReplicasForMetrics` in `horizontal.go`).
    package static func combined(
        current: Int, _ outcomes: [Result<HPAOutcome, HPAError>]
    ) -> Result<Int, HPAError> {
        let counts = outcomes.compactMap { try? $0.get().replicas }
        let failure = outcomes.compactMap { outcome -> HPAError? in
            if case .failure(let error) = outcome { error } else { nil }
        }.first
        guard let most = counts.max() else { return .failure(failure ?? .noMetrics) }
        if let failure, most < current { return .failure(failure) }
        return .success(most)
    }

    private static func count(_ ratio: Double, _ pods: Int) -> Int {
        // The controller's counts are of 32 bits.
        Int(clamping: Int64(min((ratio * Double(pods)).rounded(.up), Double(Int32.max))))
    }
}

/// The two ways of measuring, with the rules in which they differ.
private struct Scale {
    private let target: HPATarget

    init(_ target: HPATarget, _ pods: [HPAPod]) throws(HPAError) {
        switch target {
        case .utilization(let percent):
            if percent <= 0 { throw .noTarget }
            if pods.contains(where: { $0.request == nil }) { throw .missingRequest }
        case .averageValue(let milli):
            if milli <= 0 { throw .noTarget }
        }
        self.target = target
    }

    /// Divisions of whole numbers round towards zero, as the controller's do: 99.9 % is 99 %.
    func ratio(
        _ pods: [(usage: Int64, request: Int64)]
    ) throws(HPAError) -> (ratio: Double, current: Int64) {
        let usage = pods.reduce(Int128(0)) { $0 + Int128($1.usage) }
        switch target {
        case .utilization(let percent):
            let request = pods.reduce(Int128(0)) { $0 + Int128($1.request) }
            if request <= 0 { throw .missingRequest }
            let current = Int64(clamping: usage * 100 / request)
            return (Double(current) / Double(percent), current)
        case .averageValue(let milli):
            if pods.isEmpty { throw .noMetrics }
            let current = Int64(clamping: usage / Int128(pods.count))
            return (Double(current) / Double(milli), current)
        }
    }

    /// `GetResourceReplicas` asks for less and for more; `calcPlainMetricReplicas` for less and else.
    func countsMissing(at ratio: Double) -> Bool {
        if case .utilization = target { ratio != 1 } else { true }
    }

    /// What a pod without a sample is taken to use: nothing on the way up; all of its request on
    /// the way down, or the target where that is more.
    func assumed(_ pod: HPAPod, ratio: Double) -> (usage: Int64, request: Int64) {
        let request = pod.request ?? 0
        guard ratio < 1 else { return (0, request) }
        switch target {
        case .utilization(let percent):
            let usage = Int128(request) * Int128(max(100, percent)) / 100
            return (Int64(clamping: usage), request)
        case .averageValue(let milli): return (milli, request)
        }
    }
}
