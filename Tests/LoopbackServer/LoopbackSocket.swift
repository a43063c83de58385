import Glibc

package struct SocketError: Error {
    let call: String
    let code: CInt
}

enum LoopbackSocket {
    /// A listening socket on a port the system chose.
    static func listen() throws -> (descriptor: CInt, port: UInt16) {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(call: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withGeneric(&address) { bind(descriptor, $0, size) } == 0
        guard isBound, Glibc.listen(descriptor, 64) == 0 else {
            throw SocketError(call: "bind", code: errno)
        }
        var length = size
        guard withGeneric(&address, { getsockname(descriptor, $0, &length) }) == 0 else {
            throw SocketError(call: "getsockname", code: errno)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    private static func withGeneric(
        _ address: inout sockaddr_in, _ use: (UnsafeMutablePointer<sockaddr>) -> CInt
    ) -> CInt {
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, use)
        }
    }

    /// `false` once the other side is gone.
    static func send(_ bytes: [UInt8], on connection: CInt) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
                    CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    static func receive(on connection: CInt) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = buffer.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
        return Array(buffer.prefix(max(0, count)))
    }
}

/// A loopback port where nobody listens.
package func closedPort() throws -> UInt16 {
    let (descriptor, port) = try LoopbackSocket.listen()
    close(descriptor)
    return port
}
