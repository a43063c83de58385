/// A client-side rate limit: a burst at once, then so many a second.
///
/// Taking reserves: the level may fall below zero, and each taker waits for its own token, so
/// they go out in the order they came.
package struct TokenBucket: Sendable, Equatable {
    package let perSecond: Double
    package let burst: Double
    private var level: Double
    private var last: Duration = .zero

    /// kubectl's own limits (client-go's `rest.Config`: QPS 50, Burst 300 since 1.25) or less.
    package init(perSecond: Double = 50, burst: Double = 100) {
        self.perSecond = max(perSecond, 0.001)
        self.burst = max(burst, 1)
        level = self.burst
    }

    /// Takes one token and says how long to wait for it.
    package mutating func take(at now: Duration) -> Duration {
        level = min(burst, level + max(0, (now - last) / .seconds(1)) * perSecond)
        last = max(last, now)
        level -= 1
        return level >= 0 ? .zero : .seconds(-level / perSecond)
    }
}
