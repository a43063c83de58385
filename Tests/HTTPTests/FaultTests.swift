import HTTP
import LoopbackServer
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FaultTests {
    let client = HTTPClient()

    private func fault(_ url: String, deadline: Duration? = nil) async -> HTTPError? {
        do {
            let response = try await client.send(Request(url: url), deadline: deadline)
            _ = try await response.body.collect(upTo: 1 << 20)
            return nil
        } catch {
            return error
        }
    }

    @Test func `nobody listens`() async throws {
        let port = try closedPort()
        let error = await fault("http://user:secret@127.0.0.1:\(port)/x?token=secret")
        #expect(error?.code == .couldNotConnect)
        let text = try #require(error?.description)
        #expect(text.hasPrefix("GET 127.0.0.1:\(port)/x: could not connect: "))
        #expect(!text.contains("secret"))
        #expect(error?.hint != nil)
    }

    @Test func `a name without an address`() async throws {
        #expect(await fault("http://nowhere.invalid/")?.code == .couldNotResolve)
    }

    @Test func `an answer that never comes ends with the deadline`() async throws {
        let server = try LoopbackServer { _, _ in .hang }
        defer { server.stop() }
        #expect(await fault(server.url, deadline: .milliseconds(100))?.code == .timeout)
        #expect(await fault(server.url, deadline: .zero)?.code == .timeout)
    }

    @Test func `a body that stops coming ends with the stall limit`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Script.head(200, ["Content-Length": "10"])), .send([1]), .hang])
        }
        defer { server.stop() }
        let client = HTTPClient(ClientConfiguration(stallLimit: .seconds(1)))
        let response = try await client.send(Request(url: server.url))
        let error = await #expect(throws: HTTPError.self) {
            try await response.body.collect(upTo: 100)
        }
        #expect(error?.code == .timeout)
    }

    @Test func `a connection closed without a word`() async throws {
        let server = try LoopbackServer { _, _ in .cut }
        defer { server.stop() }
        #expect(await fault(server.url)?.code == .cut)
    }

    @Test func `an answer that is not HTTP`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Array("SSH-2.0-x\r\n".utf8)), .cut])
        }
        defer { server.stop() }
        #expect(await fault(server.url)?.code == .protocolError)
    }

    @Test func `TLS spoken to a plain server`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200, [:], "x") }
        defer { server.stop() }
        #expect(await fault("https://127.0.0.1:\(server.port)/")?.code == .tlsHandshake)
    }

    @Test func `a proxy that is not there`() async throws {
        let port = try closedPort()
        let client = HTTPClient(ClientConfiguration(proxy: "http://127.0.0.1:\(port)"))
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(Request(url: "http://127.0.0.1:1/"))
        }
        #expect(error?.code == .couldNotConnect)
    }

    @Test func `a proxy gets the whole URL`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200, [:], "from the proxy") }
        defer { server.stop() }
        let client = HTTPClient(ClientConfiguration(proxy: server.url))
        let response = try await client.send(Request(url: "http://cluster.invalid/api"))
        #expect(try await response.body.collect(upTo: 100) == Array("from the proxy".utf8))
        #expect(server.requests.map(\.target) == ["http://cluster.invalid/api"])
    }
}
