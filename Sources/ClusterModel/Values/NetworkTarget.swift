import Glibc
package import StructuredData

/// Whom a variable's literal value points at: the host and port of a URL or of `host:port`. That
/// says which Services a workload is a client of. Scheme, user, password, path and query are
/// skipped while reading, as is every value of another form.
package struct NetworkTarget: Hashable, Sendable {
    /// Lower-case letters, digits, dots and dashes; empty where the value names no host.
    package private(set) var host = Symbol.empty
    /// 0 where the value names none.
    package private(set) var port = 0

    package init() {}

    init(_ value: UnsafeRawBufferPointer) {
        let text = value[...]
        var rest = text
        if let scheme = Self.schemeEnd(value) {
            rest = text[(scheme + 3)...]
            rest = rest[..<(rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex)]
            // A password may hold an @ itself, a host may not: what follows the last is the host.
            if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(at + 1)...] }
        } else if !text.contains(UInt8(ascii: ":")) {
            return
        }
        let name = rest.prefix { $0 != UInt8(ascii: ":") }
        guard (1...253).contains(name.count), name.allSatisfy(Self.isHostByte) else { return }
        let digits = rest.dropFirst(name.count + 1)
        if name.count < rest.count {
            guard let number = Int(String(decoding: digits, as: UTF8.self)),
                (1...65535).contains(number)
            else { return }
            port = number
        }
        host = Symbol(bytes: UnsafeRawBufferPointer(rebasing: name))
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    /// Where `://` stands; at the first colon, if at all.
    private static func schemeEnd(_ text: UnsafeRawBufferPointer) -> Int? {
        guard let base = text.baseAddress,
            let colon = memchr(base, Int32(UInt8(ascii: ":")), text.count)
        else { return nil }
        let place = UnsafeRawPointer(colon) - base
        return UnsafeRawBufferPointer(rebasing: text[place...]).starts(with: "://") ? place : nil
    }
}

extension NetworkTarget: WireValue {
    package var isAbsent: Bool { host.isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        self = try reader.string { NetworkTarget($0) } ?? NetworkTarget()
    }

    package func write(to writer: inout DocumentWriter) {
        writer.string(port == 0 ? "tcp://\(host)" : "tcp://\(host):\(port)")
    }
}
