import Glibc
import StructuredData

/// The report of the last scan of a cluster, kept for `--baseline state`.
struct LastScan {
    private let directory: StateDirectory

    init(_ directory: StateDirectory) { self.directory = directory }

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
        guard let path else { return }
        do {
            try directory.make()
            let bytes = Document.bytes(report, kind: ScanReport.kindName, format: .json)
            try AtomicFile.write(path, mode: 0o600) { write in try write(bytes) }
        } catch {
            Diagnostics.warning("the run is not remembered: \(error)")
        }
    }

    private var path: String? { directory.file("last-scan.json") }
}
