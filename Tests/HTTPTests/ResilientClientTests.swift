import HTTP
import LoopbackServer
import Synchronization
import Testing

/// Against a real server, with a clock that jumps instead of sleeping.
@Suite(.timeLimit(.minutes(1)))
struct ResilientClientTests {
    final class Clock: Sendable {
        private let state = Mutex<(now: Duration, sleeps: [Duration])>((.zero, []))
        var sleeps: [Duration] { state.withLock { $0.sleeps } }

        var source: TimeSource {
            TimeSource(
                now: { self.state.withLock { $0.now } }, unixSeconds: { 784_111_777 },
                sleep: { duration throws(CancellationError) in
                    self.state.withLock {
                        $0.now += duration
                        $0.sleeps.append(duration)
                    }
                })
        }
    }

    private func client(_ clock: Clock, _ limits: ResilientClient.Limits = .init())
        -> ResilientClient
    {
        ResilientClient(HTTPClient(), limits: limits, time: clock.source)
    }

    @Test(arguments: ["7", "Sun, 06 Nov 1994 08:49:44 GMT"])
    func `a busy server is asked again when it said`(field: String) async throws {
        let server = try LoopbackServer { _, index in
            index == 0 ? .answer(429, ["Retry-After": field]) : .answer(200, [:], "at last")
        }
        defer { server.stop() }
        let clock = Clock()
        let response = try await client(clock).send(Request(url: server.url))
        #expect(response.head.status == 200)
        #expect(clock.sleeps == [.seconds(7)])
        #expect(server.connectionCount == 1)
    }

    @Test func `a server that stays busy is reported as it is`() async throws {
        let server = try LoopbackServer { _, _ in .answer(503) }
        defer { server.stop() }
        let response = try await client(Clock()).send(Request(url: server.url))
        #expect(response.head.status == 503)
        #expect(server.requests.count == 5)
    }

    @Test func `a cut connection is tried again, but not for a post`() async throws {
        let server = try LoopbackServer { _, index in index % 2 == 0 ? .cut : .answer(200) }
        defer { server.stop() }
        let client = client(Clock())
        #expect(try await client.send(Request(url: server.url)).head.status == 200)
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(Request(.post, url: server.url))
        }
        #expect(error?.code == .cut)
        #expect(server.requests.count == 3)
    }

    @Test func `the deadline covers the waits too`() async throws {
        let server = try LoopbackServer { _, _ in .answer(429, ["Retry-After": "5"]) }
        defer { server.stop() }
        let response = try await client(Clock()).send(
            Request(url: server.url), deadline: .seconds(8))
        #expect(response.head.status == 429)
        #expect(server.requests.count == 2)
    }

    @Test func `a host that keeps failing is left alone, others are not`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200) }
        defer { server.stop() }
        let dead = try "http://127.0.0.1:\(closedPort())"
        let limits = ResilientClient.Limits(
            retry: .never, breaker: CircuitBreaker.Limits(failures: 2, pause: .seconds(5)))
        let client = client(Clock(), limits)
        var codes: [HTTPError.Code] = []
        for _ in 0..<3 {
            do { _ = try await client.send(Request(url: dead)) } catch { codes.append(error.code) }
        }
        #expect(codes == [.couldNotConnect, .couldNotConnect, .circuitOpen])
        #expect(try await client.send(Request(url: server.url)).head.status == 200)
    }

    @Test func `the rate is kept`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200) }
        defer { server.stop() }
        let clock = Clock()
        let limits = ResilientClient.Limits(rate: TokenBucket(perSecond: 2, burst: 1))
        let client = client(clock, limits)
        for _ in 0..<3 { _ = try await client.send(Request(url: server.url)) }
        #expect(clock.sleeps == [.milliseconds(500), .milliseconds(500)])
    }
}
