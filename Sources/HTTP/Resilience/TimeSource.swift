internal import Glibc

/// The clocks and the waiting that resilience needs, injected so that tests do not sleep.
package struct TimeSource: Sendable {
    /// Monotonic, from an arbitrary start.
    package var now: @Sendable () -> Duration
    /// Seconds since 1970, for dates that servers send.
    package var unixSeconds: @Sendable () -> Int64
    /// Throws when the task is cancelled.
    package var sleep: @Sendable (Duration) async throws(CancellationError) -> Void

    package init(
        now: @escaping @Sendable () -> Duration,
        unixSeconds: @escaping @Sendable () -> Int64,
        sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
    ) {
        self.now = now
        self.unixSeconds = unixSeconds
        self.sleep = sleep
    }

    package static let system = TimeSource(
        now: { [start = ContinuousClock.now] in ContinuousClock.now - start },
        unixSeconds: {
            var time = timespec()
            unsafe clock_gettime(CLOCK_REALTIME, &time)
            return Int64(time.tv_sec)
        },
        sleep: { duration throws(CancellationError) in
            do {
                try await Task.sleep(for: duration)
            } catch {
                throw CancellationError()
            }
        })
}
