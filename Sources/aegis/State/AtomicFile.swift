import Glibc
import StructuredData

/// Writes a file so that readers see the old content or the new, never half of it.
///
/// The content goes to a file without a name (`O_TMPFILE`), which gets one only when it is whole:
/// a run that is killed leaves nothing behind. Where the file system has no such files (NFS), to
/// one with a passing name.
enum AtomicFile {
    struct Failure: Error, CustomStringConvertible {
        let path: String
        let code: Int32
        var description: String { "cannot write \(path.printable): \(systemMessage(code))" }
    }

    static func write(
        _ path: String, mode: mode_t = 0o644, _ produce: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        if isSpecial(path) { return try writeThrough(path, produce) }
        let passing = "\(path).\(getpid()).new"
        let (file, isNamed) = try open(path, passing, mode)
        defer { close(file) }
        do {
            try produce { bytes in try check(writeAll(bytes, to: file), path) }
            try check(fsync(file) == 0 ? 0 : errno, path)
            if !isNamed {
                // `linkat` never replaces, so the new file is first given the passing name.
                let source = "/proc/self/fd/\(file)"
                let linked = linkat(AT_FDCWD, source, AT_FDCWD, passing, AT_SYMLINK_FOLLOW)
                try check(linked == 0 ? 0 : errno, path)
            }
            try check(rename(passing, path) == 0 ? 0 : errno, path)
            syncDirectory(of: path)
        } catch {
            unlink(passing)
            throw error
        }
    }

    /// A device or pipe, such as `/dev/stdout`: a new file in its stead would take it from everyone.
    private static func isSpecial(_ path: String) -> Bool {
        var info = stat()
        guard stat(path, &info) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(info.st_mode & S_IFMT)
    }

    private static func writeThrough(
        _ path: String, _ produce: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let file = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        try check(file >= 0 ? 0 : errno, path)
        defer { close(file) }
        try produce { bytes in try check(writeAll(bytes, to: file), path) }
    }

    /// `O_TMPFILE`, which the importer cannot see because it is made of two flags (Linux
    /// uapi/asm-generic/fcntl.h).
    private static let namelessFile = 0o20000000 | O_DIRECTORY

    private static func open(
        _ path: String, _ passing: String, _ mode: mode_t
    ) throws -> (file: Int32, isNamed: Bool) {
        let nameless = Glibc.open(directory(of: path), namelessFile | O_WRONLY | O_CLOEXEC, mode)
        if nameless >= 0 { return (nameless, false) }
        guard [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
            throw Failure(path: path, code: errno)
        }
        let named = Glibc.open(passing, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
        guard named >= 0 else { throw Failure(path: path, code: errno) }
        return (named, true)
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The new name outlives a power cut once its directory is on the disk. Some file systems
    /// cannot say so of directories, and then it is as good as it gets.
    private static func syncDirectory(of path: String) {
        let file = Glibc.open(directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private static func check(_ code: Int32, _ path: String) throws {
        if code != 0 { throw Failure(path: path, code: code) }
    }
}
