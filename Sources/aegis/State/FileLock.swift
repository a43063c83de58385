import Glibc

/// Keeps two runs from changing the same state at once: an advisory lock on a file of its own, which
/// the system drops when the process ends, however it ends.
struct FileLock {
    static func withLock<T>(_ path: String, _ body: () throws -> T) throws -> T {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
        defer { close(file) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw AtomicFile.Failure(path: path, code: errno) }
        }
        return try body()
    }
}
