import HTTP
import LoopbackServer
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ClientTests {
    let client = HTTPClient()

    private func text(_ response: Response) async throws -> String {
        String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self)
    }

    @Test func `sends method, target, headers and body, and reads head and body`() async throws {
        let server = try LoopbackServer { _, _ in .answer(201, ["X-Thing": "a"], "made") }
        defer { server.stop() }
        let request = Request(
            .post, url: server.url + "/things?q=1",
            headers: ["X-Sent": "yes", "Content-Type": "application/json"], body: Array("{}".utf8))

        let response = try await client.send(request)

        #expect(response.head.status == 201)
        #expect(response.head.httpVersion == "1.1")
        #expect(response.head.headers["x-thing"] == "a")
        #expect(try await text(response) == "made")
        let seen = try #require(server.requests.first)
        #expect(seen.method == "POST")
        #expect(seen.target == "/things?q=1")
        #expect(seen.headers["x-sent"] == "yes")
        #expect(seen.headers["content-type"] == "application/json")
        #expect(seen.headers["expect"] == nil)
        #expect(seen.body == Array("{}".utf8))
    }

    @Test(arguments: [Request.Method.get, .put, .patch, .delete, .post, .head])
    func `every method goes out by its name`(method: Request.Method) async throws {
        let server = try LoopbackServer { request, _ in
            request.method == "HEAD" ? Script([.send(Script.head(200))]) : .answer(200, [:], "x")
        }
        defer { server.stop() }
        let response = try await client.send(Request(method, url: server.url))
        _ = try await response.body.collect(upTo: 10)
        #expect(server.requests.map(\.method) == [method.rawValue])
    }

    @Test func `an interim answer is not the answer`() async throws {
        let server = try LoopbackServer { _, _ in
            var script = Script.answer(200, ["X-Real": "1"], "body")
            script.steps.insert(.send(Script.head(103, ["X-Early": "1"])), at: 0)
            return script
        }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        #expect(response.head.status == 200)
        #expect(response.head.headers["X-Early"] == nil)
        #expect(try await text(response) == "body")
    }

    @Test func `a gzip body arrives unpacked, and is asked for unless switched off`() async throws {
        let packed: [UInt8] = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x57, 0xc8, 0xc0,
            0x20, 0x93, 0xf3, 0x73, 0x0b, 0x8a, 0x52, 0x8b, 0x8b, 0x53, 0x53, 0x14, 0xca, 0xf3,
            0x8b, 0x72, 0x52, 0, 0x92, 0xec, 0xeb, 0xb9, 0x28, 0, 0, 0,
        ]
        let server = try LoopbackServer { _, _ in
            .answer(200, ["Content-Encoding": "gzip"], body: packed)
        }
        defer { server.stop() }
        let response = try await client.send(Request(url: server.url))
        #expect(try await text(response) == "hello hello hello hello compressed world")

        let plain = HTTPClient(ClientConfiguration(compression: false))
        let unasked = try await plain.send(Request(url: server.url))
        #expect(try await text(unasked) == "hello hello hello hello compressed world")
        #expect(server.requests.map { $0.headers["accept-encoding"] } == ["gzip", "identity"])
    }

    @Test func `a connection is used again`() async throws {
        let server = try LoopbackServer { _, _ in .answer(200, [:], "x") }
        defer { server.stop() }
        for _ in 0..<3 {
            _ = try await text(try await client.send(Request(url: server.url)))
        }
        #expect(server.requests.count == 3)
        #expect(server.connectionCount == 1)
    }

    @Test func `many at once are all answered`() async throws {
        let server = try LoopbackServer { request, _ in .answer(200, [:], request.target) }
        defer { server.stop() }
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await text(try await client.send(Request(url: server.url + "/\(number)")))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers) == Set((0..<50).map { "/\($0)" }))
    }

    @Test(arguments: [
        Request(url: "not a url"), Request(url: "ftp://h/"), Request(url: "http://"),
        Request(url: "http://h:99999/"), Request(url: "http://h/a b"),
        Request(url: "http://h/", headers: ["A": "b\r\nC: d"]),
        Request(url: "http://h/", headers: ["A\n": "b"]), Request(url: "http://h/\0"),
    ])
    func `what cannot be sent is refused before it is`(request: Request) async {
        await #expect { _ = try await client.send(request) } throws: { error in
            (error as? HTTPError)?.code == .invalidRequest
        }
    }
}
