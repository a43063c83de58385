import Glibc

/// A folder that goes away with its value.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/aegis-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SocketError(call: "mkdtemp", code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { _ = shell("rm -rf '\(path)'") }

    package func file(_ name: String) -> String { "\(path)/\(name)" }

    package func read(_ name: String) throws -> [UInt8] {
        guard let file = fopen(self.file(name), "r") else {
            throw SocketError(call: "fopen \(name)", code: errno)
        }
        defer { fclose(file) }
        return readAll(file)
    }

    @discardableResult
    package func write(_ name: String, _ text: String, executable: Bool = false) throws -> String {
        guard let file = fopen(self.file(name), "w") else {
            throw SocketError(call: "fopen \(name)", code: errno)
        }
        fputs(text, file)
        fclose(file)
        if executable { chmod(self.file(name), 0o755) }
        return self.file(name)
    }
}

/// Runs a command line, waits, and returns its status and what it wrote.
package func shell(_ command: String) -> (status: CInt, output: String) {
    guard let pipe = popen("{ \(command)\n} 2>&1", "r") else { return (-1, "") }
    let output = String(decoding: readAll(pipe), as: UTF8.self)
    return (pclose(pipe), output)
}

private func readAll(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
        bytes += buffer[..<count]
    }
    return bytes
}
