import Glibc
import KubeClient

/// A file that is there only as long as somebody reads it.
enum PassingFile {
    /// The access that a kubeconfig's text describes. Its file is for the owner alone, and gone when
    /// this returns.
    static func access(_ kubeconfig: String) throws -> ClusterAccess {
        let folder = Environment.current.nonEmpty("TMPDIR") ?? "/tmp"
        var path = Array("\(folder)/aegis-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard file >= 0 else { throw AtomicFile.Failure(path: name, code: errno) }
        defer {
            close(file)
            unlink(name)
        }
        let code = writeAll(Array(kubeconfig.utf8), to: file)
        guard code == 0 else { throw AtomicFile.Failure(path: name, code: code) }
        return try ClusterAccess.find(
            kubeconfig: name, overrides: Overrides(), environment: [:])
    }
}
