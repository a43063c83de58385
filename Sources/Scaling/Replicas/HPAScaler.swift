// From the count the metrics ask for to the count that is set: bounds, stabilisation windows and
// rate limits of kubernetes `pkg/controller/podautoscaler/horizontal.go`
// (normalizeDesiredReplicas… and convertDesiredReplicas…), as of 1.33.

package import ClusterModel

/// An HPA's pace and its memory of what it wanted and did. A value: the same steps give the same
/// counts.
package struct HPAScaler: Sendable {
    package enum Reason: String, Sendable {
        case withinRange = "DesiredWithinRange"
        case tooFew = "TooFewReplicas"
        case tooMany = "TooManyReplicas"
        case upLimit = "ScaleUpLimit"
        case downLimit = "ScaleDownLimit"
        case disabled = "ScalingDisabled"
    }

    package struct Decision: Sendable, Hashable {
        package var replicas: Int
        package var reason: Reason
    }

    private struct Moment: Sendable {
        var time: Int64
        var replicas: Int
    }

    private let minReplicas: Int
    private let maxReplicas: Int
    private let pace: HPAPace?
    private var recommendations: [Moment] = []
    private var ups: [Moment] = []
    private var downs: [Moment] = []

    /// - Parameter behavior: without one the controller has its own, older rules.
    package init(minReplicas: Int, maxReplicas: Int, behavior: ScalingBehavior? = nil) {
        self.minReplicas = min(max(minReplicas, 0), Int(Int32.max))
        self.maxReplicas = min(max(maxReplicas, 0), Int(Int32.max))
        pace = behavior.map(HPAPace.init)
    }

    /// One round of the controller: `desired` is what the metrics ask for at `time` (in seconds).
    package mutating func decide(current: Int, desired: Int, at time: Int64) -> Decision {
        if current == 0, minReplicas != 0 {
            return Decision(replicas: 0, reason: .disabled)
        }
        if current > maxReplicas {
            return settle(
                Decision(replicas: maxReplicas, reason: .tooMany), current,
                time)
        }
        if current < minReplicas {
            return settle(
                Decision(replicas: minReplicas, reason: .tooFew), current,
                time)
        }
        let stabilized = stabilize(current, desired, time)
        note(desired, at: time)
        let (replicas, reason) =
            pace.map { limit(current, stabilized, $0, time) } ?? limit(current, stabilized)
        return settle(
            Decision(replicas: replicas, reason: reason), current, time)
    }

    /// Remembers a recommendation that changed nothing.
    package mutating func note(_ desired: Int, at time: Int64) {
        let longest = max(pace?.up.window ?? 0, pace?.down.window ?? HPAPace.downWindow)
        recommendations.removeAll { $0.time < time - Int64(longest) }
        recommendations.append(Moment(time: time, replicas: desired))
    }

    private mutating func settle(
        _ decision: Decision, _ current: Int, _ time: Int64
    ) -> Decision {
        let change = decision.replicas - current
        if let pace, change > 0 { Self.add(change, to: &ups, time, pace.up) }
        if let pace, change < 0 { Self.add(-change, to: &downs, time, pace.down) }
        return decision
    }

    private static func add(
        _ change: Int, to events: inout [Moment], _ time: Int64, _ pace: HPAPace.Direction
    ) {
        let longest = pace.policies.map(\.period).max() ?? 0
        events.removeAll { $0.time < time - Int64(longest) }
        events.append(Moment(time: time, replicas: change))
    }

    // MARK: Stabilisation

    private func stabilize(_ current: Int, _ desired: Int, _ time: Int64) -> Int {
        guard let pace else {
            let cutoff = time - Int64(HPAPace.downWindow)
            return recommendations.filter { $0.time >= cutoff }.map(\.replicas)
                .reduce(desired, max)
        }
        // Up by no more than the least, down by no more than the most that was wanted lately.
        let up = recommendations.filter { $0.time > time - Int64(pace.up.window) }
            .map(\.replicas).reduce(desired, min)
        let down = recommendations.filter { $0.time > time - Int64(pace.down.window) }
            .map(\.replicas).reduce(desired, max)
        return min(max(current, up), down)
    }

    // MARK: Limits

    private func limit(_ current: Int, _ desired: Int) -> (Int, Reason) {
        let pace = max(2 * current, 4)
        let most = min(maxReplicas, pace)
        if desired < minReplicas { return (minReplicas, .tooFew) }
        if desired > most { return (most, maxReplicas > pace ? .upLimit : .tooMany) }
        return (desired, .withinRange)
    }

    private func limit(
        _ current: Int, _ desired: Int, _ pace: HPAPace, _ time: Int64
    ) -> (Int, Reason) {
        if desired > current {
            let limit = max(current, pace.up.highest(from: { start($0, current, time) }, current))
            let most = min(maxReplicas, limit)
            if desired > most { return (most, maxReplicas > limit ? .upLimit : .tooMany) }
        } else if desired < current {
            let limit = min(current, pace.down.lowest(from: { start($0, current, time) }, current))
            let least = max(minReplicas, limit)
            if desired < least { return (least, minReplicas < limit ? .downLimit : .tooFew) }
        }
        return (desired, .withinRange)
    }

    /// How many replicas there were when a policy's period began.
    private func start(_ period: Int, _ current: Int, _ time: Int64) -> Int {
        let cutoff = time - Int64(period)
        let added = ups.filter { $0.time > cutoff }.reduce(0) { $0 + $1.replicas }
        let removed = downs.filter { $0.time > cutoff }.reduce(0) { $0 + $1.replicas }
        return current - added + removed
    }
}
