import Glibc
import StructuredData

/// The report of the last scan of a cluster, kept for `--baseline state`.
struct LastScan {
    private let directory: String?

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
        directory = options.noState ? nil : base.map { "\($0)/\(name.prefix(120))" }
    }

    /// Nil before the first run.
    func baseline() throws -> Baseline? {
        guard let path, access(path, F_OK) == 0 else { return nil }
        do {
            return try Baseline(try InputFile(path: path).contents(), source: path)
        } catch {
            Diagnostics.warning("the last run's state is not used: \(error)")
            return nil
        }
    }

    /// State is a convenience: a run whose state cannot be kept has still done its work.
    func save(_ report: ScanReport) {
        guard let directory, let path else { return }
        do {
            try makeDirectory(directory)
            let bytes = Document.bytes(report, kind: ScanReport.kindName, format: .json)
            try AtomicFile.write(path, mode: 0o600) { write in try write(bytes) }
        } catch {
            Diagnostics.warning("the run is not remembered: \(error)")
        }
    }

    private var path: String? { directory.map { "\($0)/last-scan.json" } }

    private func makeDirectory(_ path: String) throws {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                throw AtomicFile.Failure(path: made, code: errno)
            }
        }
    }
}
