@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Work that must not be left half done: SIGINT, SIGTERM and SIGHUP cancel it, and it clears up
/// after itself before the process ends.
///
/// With Dispatch, which the concurrency runtime brings anyway: a handler may do next to nothing,
/// and cancelling a task is more.
enum Interruption {
    /// Cancels the work under way.
    private static let cancel = Mutex<(@Sendable () -> Void)?>(nil)

    static func catching<T: Sendable>(
        _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        _ = sources
        let task = Task { try await work() }
        cancel.withLock { $0 = { task.cancel() } }
        defer { cancel.withLock { $0 = nil } }
        return try await task.value
    }

    /// Made once: a source that is cancelled lets go of its signal some time later, and would take
    /// it from the next.
    private static let sources = [SIGINT, SIGTERM, SIGHUP].compactMap(source)

    private static func source(_ number: Int32) -> (any DispatchSourceSignal)? {
        let previous = signal(number, SIG_IGN)
        // Under nohup a hang-up is to be ignored.
        if number == SIGHUP, isIgnored(previous) { return nil }
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { take(number) }
        source.resume()
        return source
    }

    private static func take(_ number: Int32) {
        guard let cancel = cancel.withLock({ $0 }) else {
            // Between two pieces of work there is nothing to clear up.
            signal(number, SIG_DFL)
            kill(getpid(), number)
            return
        }
        Diagnostics.note("interrupted; clearing up")
        cancel()
    }

    private static func isIgnored(_ handler: sighandler_t?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
