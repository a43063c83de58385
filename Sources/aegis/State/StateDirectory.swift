import ClusterModel
import Glibc
import StructuredData

/// Where a cluster's state is kept: `$XDG_STATE_HOME/aegis/<cluster>/`, for the owner alone.
struct StateDirectory {
    /// Nil where nothing is to be remembered: `--no-state`, or no home.
    let path: String?

    /// - Parameter cluster: names the directory, as far as file names can hold it.
    init(_ options: StateOptions, cluster: String, environment: [String: String]) {
        path = Self.base(options, environment).map { "\($0)/\(Self.directoryName(for: cluster))" }
    }

    init(path: String) { self.path = path }

    /// The directories of all clusters, by name.
    static func all(_ options: StateOptions, environment: [String: String]) -> [StateDirectory] {
        guard let base = base(options, environment), let listing = opendir(base) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = entry.fileName
            if !name.hasPrefix("."), InputFile.isDirectory("\(base)/\(name)") { names.append(name) }
        }
        return names.sorted().map { StateDirectory(path: "\(base)/\($0)") }
    }

    func file(_ name: String) -> String? { path.map { "\($0)/\(name)" } }

    /// Makes the directory and those above it.
    func make() throws {
        guard let path else { return }
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                throw AtomicFile.Failure(path: made, code: errno)
            }
        }
    }

    private static func base(_ options: StateOptions, _ environment: [String: String]) -> String? {
        if options.noState { return nil }
        let home =
            environment.nonEmpty("XDG_STATE_HOME")
            ?? environment.nonEmpty("HOME").map { "\($0)/.local/state" }
        return options.stateDir ?? home.map { "\($0)/aegis" }
    }

    /// Characters that file names do not like are replaced, and then a checksum keeps clusters
    /// apart that would have become one. A dump names its cluster as it likes, `..` included.
    private static func directoryName(for cluster: String) -> String {
        var name = String(
            cluster.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
        if name.hasPrefix(".") { name = "_" + name.dropFirst() }
        if name == cluster, name.utf8.count <= 100 { return name }
        return "\(name.prefix(60))-\(Fingerprint.of([cluster]))"
    }
}

extension StateDirectory {
    /// Another run holds the state for longer than a run's book-keeping can take.
    struct Held: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "\(path.printable) is held by another aegis for more than \(StateDirectory.patience) s"
        }
    }

    /// Seconds; two hundred runs that end at once take two.
    fileprivate static let patience = 30

    /// Runs `body` while no other run reads and writes the directory's files. The lock is the
    /// kernel's, so it ends with the process, however that ends.
    func locked<T>(_ body: () throws -> T) throws -> T {
        try make()
        guard let path = file("lock") else { return try body() }
        let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw AtomicFile.Failure(path: path, code: errno) }
        defer { close(lock) }
        var tries = 0
        while flock(lock, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw AtomicFile.Failure(path: path, code: errno)
            }
            tries += 1
            if tries > Self.patience * 200 { throw Held(path: path) }
            usleep(5000)
        }
        return try body()
    }
}
