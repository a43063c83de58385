import Glibc

/// What the server does in answer to one request.
package struct Script: Sendable {
    package enum Step: Sendable {
        case send([UInt8])
        case sleep(milliseconds: UInt32)
        /// Never answers; ends when the client goes away or the server stops.
        case hang
        case cut
    }

    package var steps: [Step]

    package init(_ steps: [Step]) { self.steps = steps }

    /// Returns whether the connection serves another request.
    func run(on connection: CInt) -> Bool {
        for step in steps {
            switch step {
            case .send(let bytes):
                guard LoopbackSocket.send(bytes, on: connection) else { return false }
            case .sleep(let milliseconds): usleep(milliseconds * 1000)
            case .hang:
                while !LoopbackSocket.receive(on: connection).isEmpty {}
                return false
            case .cut: return false
            }
        }
        return true
    }
}

extension Script {
    package static let hang = Script([.hang])
    package static let cut = Script([.cut])

    package static func answer(
        _ status: Int = 200, _ headers: [String: String] = [:], body: [UInt8]
    ) -> Script {
        Script([
            .send(head(status, headers.merging(["Content-Length": "\(body.count)"]) { a, _ in a })),
            .send(body),
        ])
    }

    package static func answer(
        _ status: Int = 200, _ headers: [String: String] = [:], _ body: String = ""
    ) -> Script {
        answer(status, headers, body: Array(body.utf8))
    }

    package static func json(_ body: String, status: Int = 200) -> Script {
        answer(status, ["Content-Type": "application/json"], body)
    }

    /// Each piece its own HTTP chunk, with a pause between them.
    package static func chunked(
        _ pieces: [[UInt8]], _ headers: [String: String] = [:], pause: UInt32 = 0,
        isWhole: Bool = true
    ) -> Script {
        var steps: [Step] = [
            .send(head(200, headers.merging(["Transfer-Encoding": "chunked"]) { a, _ in a }))
        ]
        for piece in pieces {
            let size = String(piece.count, radix: 16)
            steps.append(.send(Array("\(size)\r\n".utf8) + piece + [13, 10]))
            if pause > 0 { steps.append(.sleep(milliseconds: pause)) }
        }
        steps.append(isWhole ? .send(Array("0\r\n\r\n".utf8)) : .cut)
        return Script(steps)
    }

    package static func head(_ status: Int, _ headers: [String: String] = [:]) -> [UInt8] {
        let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
        return Array("HTTP/1.1 \(status) Status\r\n\(lines.joined())\r\n".utf8)
    }
}

extension Script {
    package func then(_ next: Script) -> Script { Script(steps + next.steps) }
}
