import HTTP
import LoopbackServer
import Testing

/// Order is asserted, not seconds: the server would hang for ever, so that a cancellation that
/// does not end the transfer runs into the time limit.
@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
    private func code(_ task: Task<Void, any Error>) async -> HTTPError.Code? {
        if case .failure(let error) = await task.result { return (error as? HTTPError)?.code }
        return nil
    }

    @Test func `cancelling ends the wait for the head`() async throws {
        let server = try LoopbackServer { _, _ in .hang }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task { _ = try await client.send(Request(url: server.url)) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        task.cancel()
        #expect(await code(task) == .cancelled)
        while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test func `cancelling ends the wait for the body`() async throws {
        let server = try LoopbackServer { _, _ in
            Script([.send(Script.head(200, ["Content-Length": "9"])), .send([1]), .hang])
        }
        defer { server.stop() }
        let client = HTTPClient()
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            let response = try await client.send(Request(url: server.url))
            for try await _ in response.body { start.yield() }
        }
        for await _ in started { break }
        task.cancel()
        #expect(await code(task) == .cancelled)
    }

    @Test func `a task cancelled beforehand sends nothing`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200, [:], "x") }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            _ = try await client.send(Request(url: server.url))
        }
        task.cancel()
        #expect(await code(task) == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test func `cancelling one leaves the others alone`() async throws {
        let server = try LoopbackServer { request, _ in
            request.path == "/hang" ? .hang : Script([.sleep(milliseconds: 100)]).then(.answer())
        }
        defer { server.stop() }
        let client = HTTPClient()
        let hanging = Task { _ = try await client.send(Request(url: server.url + "/hang")) }
        let other = Task { try await client.send(Request(url: server.url)).head.status }
        while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
        hanging.cancel()
        #expect(await code(hanging) == .cancelled)
        #expect(try await other.value == 200)
    }

    @Test func `closing the client ends everything`() async throws {
        let server = try LoopbackServer { _, _ in .hang }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task { _ = try await client.send(Request(url: server.url)) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        client.close()
        #expect(await code(task) == .cancelled)
        let late = Task { _ = try await client.send(Request(url: server.url)) }
        #expect(await code(late) == .cancelled)
    }
}
