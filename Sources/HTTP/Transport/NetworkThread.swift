internal import Glibc

/// A detached thread outside Swift's cooperative pool, which must not block.
enum NetworkThread {
    private final class Job {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Returns whether the thread exists.
    ///
    /// All signals are blocked in it: writing to a closed TLS connection raises SIGPIPE in the
    /// writing thread, and an interrupt is for the main thread to handle.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        var all = sigset_t()
        var previous = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_SETMASK, &all, &previous)
        defer { unsafe _ = pthread_sigmask(SIG_SETMASK, &previous, nil) }

        var thread = pthread_t()
        let job = unsafe Unmanaged.passRetained(Job(body))
        let status = unsafe pthread_create(
            &thread, nil,
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, job.toOpaque())
        guard status == 0 else {
            unsafe job.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
