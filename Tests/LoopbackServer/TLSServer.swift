import Glibc

/// `openssl s_server`, which answers every request with a status page. For tests only.
package final class TLSServer: Sendable {
    package let port: UInt16
    private let process: pid_t

    /// - Parameter arguments: beside those for the port and the page.
    package init(_ arguments: [String]) throws {
        // Its own process group member, ended by its id: the shell replaces itself by openssl.
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        let command = "echo $$; exec openssl s_server -accept 127.0.0.1:0 -www \(words) 2>&1"
        guard let pipe = popen(command, "r") else {
            throw SocketError(call: "popen", code: errno)
        }
        process = TLSServer.line(pipe).flatMap { pid_t($0) } ?? 0
        var port: UInt16?
        while port == nil, let line = TLSServer.line(pipe) {
            guard line.hasPrefix("ACCEPT ") else { continue }
            port = line.split(separator: ":").last.flatMap { UInt16($0) }
        }
        guard let port else { throw SocketError(call: "openssl s_server", code: pclose(pipe)) }
        self.port = port
        // The pipe stays open with the process: openssl would end on a closed one.
        nonisolated(unsafe) let output = pipe
        startThread {
            while TLSServer.line(output) != nil {}
            pclose(output)
        }
    }

    deinit { stop() }

    package func stop() {
        // Swift's worker threads block the other signals, and a child inherits that.
        if process > 0 { kill(process, SIGKILL) }
    }

    private static func line(_ pipe: UnsafeMutablePointer<FILE>) -> String? {
        var buffer = [CChar](repeating: 0, count: 512)
        guard fgets(&buffer, CInt(buffer.count), pipe) != nil else { return nil }
        let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
