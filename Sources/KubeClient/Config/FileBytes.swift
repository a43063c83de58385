internal import Glibc

/// Reads whole small files, the only file access there is here.
enum FileBytes {
    /// A kubeconfig or certificate is never this large; a device might be endless.
    private static let limit = 16 << 20

    struct Failure: Error {
        let code: CInt

        var isMissing: Bool { code == ENOENT || code == ENOTDIR }

        var reason: String {
            isMissing ? "does not exist" : "cannot be read: \(String(cString: strerror(code)))"
        }
    }

    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure(code: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= limit {
            let count = Glibc.read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(code: errno) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
        throw Failure(code: EFBIG)
    }
}
