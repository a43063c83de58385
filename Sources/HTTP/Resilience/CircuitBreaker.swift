/// Keeps a host that fails again and again from being asked by everyone at once.
package enum CircuitBreaker: Sendable, Equatable {
    /// Requests pass; so many failed in a row.
    case closed(failures: Int)
    /// None passes before that time.
    case open(until: Duration)
    /// One is on its way to find out; the others wait for its outcome by failing.
    case probing

    package struct Limits: Sendable, Equatable {
        package var failures: Int
        package var pause: Duration

        package init(failures: Int = 10, pause: Duration = .seconds(5)) {
            self.failures = failures
            self.pause = pause
        }
    }

    package enum Verdict: Sendable { case healthy, failed, unknown }

    package init() { self = .closed(failures: 0) }

    /// Whether a request may go out now. Whoever is let through must `record` how it went.
    package mutating func admits(at now: Duration) -> Bool {
        switch self {
        case .closed: return true
        case .probing: return false
        case .open(let until):
            guard now >= until else { return false }
            self = .probing
            return true
        }
    }

    /// `.unknown` (a cancelled request, say) leaves the door to the next one.
    package mutating func record(_ verdict: Verdict, at now: Duration, _ limits: Limits) {
        switch (self, verdict) {
        case (_, .healthy): self = .closed(failures: 0)
        case (.closed(let failures), .failed) where failures + 1 < limits.failures:
            self = .closed(failures: failures + 1)
        case (.closed, .failed), (.probing, .failed): self = .open(until: now + limits.pause)
        case (.probing, .unknown): self = .open(until: now)
        case (.closed, .unknown), (.open, .failed), (.open, .unknown): break
        }
    }
}
