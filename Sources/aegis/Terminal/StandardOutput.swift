import Glibc

/// Standard output, for data alone. Writes everything or says why not; a reader that went away
/// (`aegis scan | head`) is no failure.
enum StandardOutput {
    struct Failure: Error, CustomStringConvertible {
        let code: Int32
        var description: String { "cannot write to standard output: \(systemMessage(code))" }
    }

    /// - Returns: false once nobody reads any more.
    @discardableResult
    static func write(_ bytes: [UInt8]) throws(Failure) -> Bool {
        let outcome = writeAll(bytes, to: STDOUT_FILENO)
        if outcome == 0 { return true }
        if outcome == EPIPE { return false }
        throw Failure(code: outcome)
    }

    static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }
}

/// Writes all bytes; 0, or the error number.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count > 0 {
                done += count
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

/// The system's words for an error number.
func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
