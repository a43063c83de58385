/// Exponential back-off with full jitter: a uniformly random part of a doubling ceiling.
///
/// Full jitter spreads clients that failed together best ("Exponential Backoff And Jitter",
/// AWS Architecture Blog, 2015).
package struct Backoff: Sendable, Equatable {
    package var base: Duration
    package var cap: Duration

    package init(base: Duration = .milliseconds(200), cap: Duration = .seconds(5)) {
        self.base = base
        self.cap = cap
    }

    /// The longest wait after that many failures, counted from 1.
    package func ceiling(afterFailures failures: Int) -> Duration {
        min(cap, base * (1 << min(max(failures - 1, 0), 20)))
    }

    package func delay(
        afterFailures failures: Int, using random: inout some RandomNumberGenerator
    ) -> Duration {
        ceiling(afterFailures: failures) * Double.random(in: 0..<1, using: &random)
    }
}
