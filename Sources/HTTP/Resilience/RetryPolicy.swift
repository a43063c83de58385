/// When to ask again and how long to wait before: a pure decision.
package struct RetryPolicy: Sendable, Equatable {
    package var maxAttempts: Int
    /// No wait is begun that would end after this.
    package var totalTime: Duration
    package var backoff: Backoff

    package init(
        maxAttempts: Int = 5, totalTime: Duration = .seconds(30), backoff: Backoff = Backoff()
    ) {
        self.maxAttempts = maxAttempts
        self.totalTime = totalTime
        self.backoff = backoff
    }

    package static let never = RetryPolicy(maxAttempts: 1)

    /// How an attempt ended.
    package enum Outcome: Sendable, Equatable {
        case answered(status: Int, retryAfter: Duration?)
        case failed(HTTPError)

        /// Overload and broken gateways pass; every other answer is an answer.
        var isPassing: Bool {
            switch self {
            case .answered(let status, _): [429, 502, 503, 504].contains(status)
            case .failed(let error): error.isConnectionFault
            }
        }

        /// Whether the host is unwell, as opposed to busy: 429 says that it works.
        var isHostFault: Bool {
            switch self {
            case .answered(let status, _): [502, 503, 504].contains(status)
            case .failed(let error): error.isConnectionFault || error.code == .timeout
            }
        }
    }

    /// The wait before the next attempt; `nil` when the outcome stands.
    package func wait(
        after outcome: Outcome, attempt: Int, elapsed: Duration, of request: Request,
        using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard request.isRepeatable, attempt < maxAttempts, outcome.isPassing else { return nil }
        var delay = backoff.delay(afterFailures: attempt, using: &random)
        if case .answered(_, let retryAfter?) = outcome { delay = max(delay, retryAfter) }
        return elapsed + delay <= totalTime ? delay : nil
    }
}
