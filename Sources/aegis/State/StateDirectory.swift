import Glibc

/// Where a cluster's state is kept: `$XDG_STATE_HOME/aegis/<cluster>/`, for the owner alone.
struct StateDirectory {
    /// Nil where nothing is to be remembered: `--no-state`, or no home.
    private let path: String?

    /// - Parameter cluster: names the directory; characters that file names do not like are
    ///   replaced.
    init(_ options: StateOptions, cluster: String, environment: [String: String]) {
        let home =
            environment.nonEmpty("XDG_STATE_HOME")
            ?? environment.nonEmpty("HOME").map { "\($0)/.local/state" }
        let base = options.stateDir ?? home.map { "\($0)/aegis" }
        let safe = cluster.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" }
        // A dump names its cluster as it likes, `..` included.
        let name = safe.first == "." ? "_" + safe.dropFirst() : String(safe)
        path = options.noState ? nil : base.map { "\($0)/\(name.prefix(120))" }
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
}
