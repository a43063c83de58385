/// What a client asked, as it came over the wire.
package struct ReceivedRequest: Sendable, Equatable {
    package var method: String
    /// Path and query.
    package var target: String
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package var path: String { String(target.prefix { $0 != "?" }) }
    package var query: String { String(target.drop { $0 != "?" }.dropFirst()) }

    init?(head: String) {
        let lines = head.split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        method = String(words[0])
        target = String(words[1])
        headers = [:]
        body = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers[line[..<colon].lowercased()] = String(value)
        }
    }
}

/// Cuts a connection's bytes into requests.
struct RequestReader {
    private let connection: CInt
    private var pending: [UInt8] = []

    init(_ connection: CInt) { self.connection = connection }

    mutating func next() -> ReceivedRequest? {
        while true {
            if let end = headEnd {
                let head = String(decoding: pending[..<end], as: UTF8.self)
                guard var request = ReceivedRequest(head: head) else { return nil }
                pending.removeFirst(end)
                let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
                while pending.count < length { guard fill() else { return nil } }
                request.body = Array(pending.prefix(length))
                pending.removeFirst(length)
                return request
            }
            guard fill() else { return nil }
        }
    }

    private var headEnd: Int? {
        let blank: [UInt8] = [13, 10, 13, 10]
        guard pending.count >= 4 else { return nil }
        return (4...pending.count).first { pending[($0 - 4)..<$0].elementsEqual(blank) }
    }

    private mutating func fill() -> Bool {
        let more = LoopbackSocket.receive(on: connection)
        pending += more
        return !more.isEmpty && !sawTLS
    }

    /// A TLS handshake record.
    var sawTLS: Bool { pending.first == 0x16 }
}
