import HTTP
import LoopbackServer
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BodyTests {
    let client = HTTPClient()

    @Test func `a long body comes whole, in chunks worth having`() async throws {
        let piece = [UInt8](repeating: 7, count: 1000)
        let server = try LoopbackServer { _, _ in
            .chunked(Array(repeating: piece, count: 3000))
        }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        var total = 0
        for try await chunk in response.body {
            total += chunk.count
            #expect(chunk.count <= 256 << 10)
            #expect(chunk.allSatisfy { $0 == 7 })
        }
        #expect(total == 3_000_000)
    }

    @Test func `a slow drip is handed over as it comes`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Script.head(200, ["Content-Length": "2"])), .send([1]), .hang])
        }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        var chunks = response.body.makeAsyncIterator()
        let first = try await chunks.next()
        #expect(first == [1])
    }

    @Test func `a lagging reader holds the sender back and still gets everything`() async throws {
        let megabyte = [UInt8](repeating: 1, count: 1 << 20)
        let server = try LoopbackServer { _, _ in .chunked(Array(repeating: megabyte, count: 40)) }
        defer { server.stop() }
        let slow = HTTPClient(ClientConfiguration(bufferLimit: 1 << 20))
        let response = try await slow.send(Request(url: server.url))
        try await Task.sleep(for: .milliseconds(300))
        let other = try await slow.send(Request(url: server.url), bufferLimit: 0)
        var total = 0
        for try await chunk in response.body { total += chunk.count }
        #expect(total == 40 << 20)
        total = 0
        for try await chunk in other.body { total += chunk.count }
        #expect(total == 40 << 20)
    }

    @Test func `a body cut short is a fault, after what had come`() async throws {
        let server = try LoopbackServer { _, _ in .chunked([[1, 2, 3]], isWhole: false) }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url + "/api?secret=1"))
        var seen: [UInt8] = []
        let error = await #expect(throws: HTTPError.self) {
            for try await chunk in response.body { seen += chunk }
        }
        #expect(seen == [1, 2, 3])
        #expect(error?.code == .cut)
        #expect(error?.attempted == "GET 127.0.0.1:\(server.port)/api")
    }

    @Test func `a promised length that does not come is a fault`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Script.head(200, ["Content-Length": "10"])), .send([1, 2]), .cut])
        }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        let error = await #expect(throws: HTTPError.self) {
            try await response.body.collect(upTo: 100)
        }
        #expect(error?.code == .cut)
    }

    @Test func `a body above the limit is refused`() async throws {
        let server = try LoopbackServer { _, _ in .answer(body: Array(repeating: 1, count: 1000)) }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        let error = await #expect(throws: HTTPError.self) {
            try await response.body.collect(upTo: 999)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func `a body nobody reads ends its connection`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Script.head(200, ["Content-Length": "10"])), .hang])
        }
        defer { server.stop() }
        _ = try await client.send(Request(url: server.url))
        while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
}
