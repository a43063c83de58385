import ClusterModel
import LoopbackServer
import StructuredData
import Testing

@testable import KubeClient

@Suite(.timeLimit(.minutes(1)))
struct ListTests {
    let pods = ResourcePath(GroupVersion("", "v1"), "pods")
    let names = (0..<10).map { "pod-\($0)" }

    private func list(
        _ server: LoopbackServer, limit: Int = 4, metadataOnly: Bool = false
    ) async throws -> (ListOutcome, NameConsumer) {
        var consumer = NameConsumer()
        let outcome = try await client(of: server).list(
            ListRequest(pods, limit: limit, metadataOnly: metadataOnly), into: &consumer)
        return (outcome, consumer)
    }

    private func pager(_ request: ReceivedRequest) -> Script {
        let index = request.parameters["continue"].flatMap { Int($0) } ?? 0
        let size = request.parameters["limit"].flatMap { Int($0) } ?? names.count
        return .json(page(names, from: index, size: size))
    }

    @Test(arguments: [0, 1, 4, 10, 500])
    func `pages are followed to the end`(limit: Int) async throws {
        let server = try LoopbackServer { request, _ in pager(request) }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server, limit: limit)
        #expect(outcome == .complete(count: 10, resourceVersion: "9"))
        #expect(consumer.names == names)
        #expect(server.requests.count == (limit == 0 ? 1 : (10 + limit - 1) / limit))
        #expect(server.requests.first?.headers["user-agent"] == "aegis/0.0")
    }

    @Test(arguments: [
        (#"{"continue":"x","remainingItemCount":41}"#, 42), (#"{}"#, 1),
        (#"{"continue":"x"}"#, nil),
        (#"{"continue":"x","remainingItemCount":-5}"#, 1),
        (#"{"continue":"x","remainingItemCount":9223372036854775807}"#, (1 << 40) + 1),
    ])
    func `a page of one tells how many there are`(metadata: String, count: Int?) async throws {
        let server = try LoopbackServer { request, _ in
            .json(
                #"{"kind":"PodList","metadata":\#(metadata),"items":[{"metadata":{"name":"a"}}]}"#)
        }
        defer { server.stop() }
        #expect(try await client(of: server).count(pods, metadataOnly: true) == count)
        #expect(server.requests.map { $0.parameters["limit"] } == ["1"])
        let refusing = try LoopbackServer { _, _ in status(403, "Forbidden", "no") }
        defer { refusing.stop() }
        #expect(try await client(of: refusing).count(pods, metadataOnly: true) == nil)
    }

    @Test func `the next page is asked for while this one still travels`() async throws {
        let padding = String(repeating: " ", count: 1 << 20)
        let server = try LoopbackServer { request, _ in
            guard request.parameters["continue"] == nil else { return pager(request) }
            let text = Array(page(names, from: 0, size: 5).utf8)
            let head = Array(text.dropLast()) + Array(padding.utf8)
            // Sent, but for its last byte: then the server waits for the second page's request.
            return .chunked(
                [head, [text[text.count - 1]]], ["Content-Type": "application/json"], pause: 50)
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server, limit: 5)
        #expect(outcome == .complete(count: 10, resourceVersion: "9"))
        #expect(consumer.names == names)
    }

    @Test func `an expired token begins the list anew`() async throws {
        let server = try LoopbackServer { request, index in
            index == 1 ? status(410, "Expired", "too old", token: "x") : pager(request)
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server)
        #expect(outcome == .complete(count: 10, resourceVersion: "9"))
        #expect(consumer.names == names)
        #expect(consumer.restarts == 1)
    }

    @Test func `after two new beginnings the offered token is taken`() async throws {
        let server = try LoopbackServer { request, _ in
            request.parameters["continue"] == "4"
                ? status(410, "Expired", "too old", token: "5") : pager(request)
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server)
        #expect(outcome == .complete(count: 9, resourceVersion: "9"))
        #expect(consumer.restarts == 2)
    }

    @Test func `without an offered token the list stays partial`() async throws {
        let server = try LoopbackServer { request, _ in
            request.parameters["continue"] == nil
                ? pager(request) : status(410, "Expired", "too old")
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server)
        #expect(outcome == .partial(count: 4, reason: "too old"))
        #expect(consumer.names == Array(names.prefix(4)))
    }

    @Test func `a body cut short begins the list anew, not for ever`() async throws {
        let server = try LoopbackServer { request, _ in
            .chunked(
                [Array(page(names, from: 0, size: 10).utf8.prefix(150))],
                ["Content-Type": "application/json"], isWhole: false)
        }
        defer { server.stop() }
        let (outcome, _) = try await list(server)
        guard case .failed(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("cut"))
        #expect(server.requests.count == 3)
    }

    @Test func `half a page that claims to be whole is noticed`() async throws {
        let server = try LoopbackServer { _, _ in
            .json(String(page(names, from: 0, size: 10).prefix(150)))
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server)
        #expect(consumer.restarts == 2)
        guard case .partial = outcome else {
            guard case .failed = outcome else { Issue.record("\(outcome)"); return }
            return
        }
    }

    @Test func `a malformed item costs that item`() async throws {
        let server = try LoopbackServer { _, _ in
            .json(
                #"{"kind":"PodList","metadata":{},"items":[{"metadata":{"name":"a"}},{"metadata":{"name":3}},{"metadata":{"name":"c"}}]}"#
            )
        }
        defer { server.stop() }
        let (outcome, consumer) = try await list(server)
        guard case .partial(2, let reason) = outcome else { Issue.record("\(outcome)"); return }
        #expect(reason.hasPrefix("1 malformed item left out: /api/v1/pods:1:"))
        #expect(consumer.names == ["a", "c"])
    }

    @Test(arguments: [
        (403, "Forbidden", ListOutcome.forbidden(reason: "pods is forbidden")),
        (404, "NotFound", .absent(reason: "pods is forbidden")),
        (500, "InternalError", .failed(reason: "pods is forbidden")),
        (429, "TooManyRequests", .failed(reason: "pods is forbidden")),
    ])
    func `a refusal is coverage`(code: Int, reason: String, expected: ListOutcome) async throws {
        let server = try LoopbackServer { _, _ in status(code, reason, "pods is forbidden") }
        defer { server.stop() }
        #expect(try await list(server).0 == expected)
    }

    @Test func `a missing path without a Status is absent too`() async throws {
        let server = try LoopbackServer { _, _ in
            .answer(404, ["Content-Type": "text/plain"], "404 page not found")
        }
        defer { server.stop() }
        #expect(try await list(server).0 == .absent(reason: "not found (404)"))
    }

    @Test func `a busy server is asked again`() async throws {
        let server = try LoopbackServer { request, index in
            index < 2 ? .answer(429, ["Retry-After": "1"]) : pager(request)
        }
        defer { server.stop() }
        #expect(try await list(server, limit: 0).0 == .complete(count: 10, resourceVersion: "9"))
        #expect(server.requests.count == 3)
    }

    @Test(arguments: [false, true])
    func `a server without protobuf is asked for JSON`(metadataOnly: Bool) async throws {
        let server = try LoopbackServer { request, _ in
            request.headers["accept"]?.hasPrefix("application/json") == true
                ? pager(request) : status(406, "NotAcceptable", "no")
        }
        defer { server.stop() }
        let (outcome, _) = try await list(server, metadataOnly: metadataOnly)
        #expect(outcome == .complete(count: 10, resourceVersion: "9"))
    }

    @Test func `losing the server after a page leaves a partial list`() async throws {
        let server = try LoopbackServer { request, index in index == 0 ? pager(request) : .cut }
        defer { server.stop() }
        let (outcome, _) = try await list(server)
        guard case .partial(4, _) = outcome else { Issue.record("\(outcome)"); return }
    }

    @Test func `something else than a list is a failure`() async throws {
        let server = try LoopbackServer { _, _ in .json(#"{"kind":"Pod","metadata":{"name":"a"}}"#)
        }
        defer { server.stop() }
        let outcome = try await list(server).0
        #expect(outcome == .failed(reason: "the server's answer to /api/v1/pods is no list"))
    }
}
