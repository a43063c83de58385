import Dispatch
import Glibc

/// Work that must not be left half done: SIGINT, SIGTERM and SIGHUP cancel it, and it clears up
/// after itself before the process ends.
///
/// With Dispatch, which the concurrency runtime brings anyway: a handler may do next to nothing,
/// and cancelling a task is more.
enum Interruption {
    static func catching<T: Sendable>(
        _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let task = Task { try await work() }
        let numbers = [SIGINT, SIGTERM, SIGHUP]
        let sources = numbers.compactMap { number -> (Int32, any DispatchSourceSignal)? in
            let previous = signal(number, SIG_IGN)
            // Under nohup a hang-up is to be ignored.
            if number == SIGHUP, isIgnored(previous) { return nil }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Diagnostics.note("interrupted; clearing up")
                task.cancel()
            }
            source.resume()
            return (number, source)
        }
        defer {
            for (number, source) in sources {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await task.value
    }

    private static func isIgnored(_ handler: sighandler_t?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
