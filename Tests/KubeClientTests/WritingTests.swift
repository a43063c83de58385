import ClusterModel
import HTTP
import LoopbackServer
import Testing

@testable import KubeClient

@Suite(.timeLimit(.minutes(1)))
struct WritingTests {
    static let web = ResourcePath(
        GroupVersion("apps", "v1"), "deployments", namespace: "shop", name: "web")
    static let spaces = ResourcePath(GroupVersion("", "v1"), "namespaces")

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let write: WriteRequest
        let line: String
        let type: String
        let body: String
        let isRepeatable: Bool
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "create", write: WriteRequest(spaces, .create(["kind": "Namespace"])),
            line: "POST https://h/api/v1/namespaces?fieldManager=aegis", type: "application/json",
            body: #"{"kind":"Namespace"}"#, isRepeatable: false),
        Case(
            name: "dry-run create",
            write: WriteRequest(spaces, .create(["kind": "Namespace"]), isDryRun: true),
            line: "POST https://h/api/v1/namespaces?dryRun=All&fieldManager=aegis",
            type: "application/json", body: #"{"kind":"Namespace"}"#, isRepeatable: true),
        Case(
            name: "apply", write: WriteRequest(web, .apply(["spec": ["replicas": 2]], force: true)),
            line: "PATCH https://h/apis/apps/v1/namespaces/shop/deployments/web"
                + "?force=true&fieldManager=aegis",
            type: "application/apply-patch+yaml", body: #"{"spec":{"replicas":2}}"#,
            isRepeatable: true),
        Case(
            name: "strategic merge", write: WriteRequest(web, .patch(["a": .null], .strategic)),
            line: "PATCH https://h/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=aegis",
            type: "application/strategic-merge-patch+json", body: #"{"a":null}"#,
            isRepeatable: true),
        Case(
            name: "merge", write: WriteRequest(web, .patch(["a": .null], .merge), isDryRun: true),
            line: "PATCH https://h/apis/apps/v1/namespaces/shop/deployments/web"
                + "?dryRun=All&fieldManager=aegis",
            type: "application/merge-patch+json", body: #"{"a":null}"#, isRepeatable: true),
        Case(
            name: "JSON patch", write: WriteRequest(web, .patch([["op": "test"]], .json)),
            line: "PATCH https://h/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=aegis",
            type: "application/json-patch+json", body: #"[{"op":"test"}]"#, isRepeatable: false),
        Case(
            name: "delete", write: WriteRequest(web, .delete(uid: "u-1")),
            line: "DELETE https://h/apis/apps/v1/namespaces/shop/deployments/web",
            type: "application/json",
            body: #"{"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Background","#
                + #""preconditions":{"uid":"u-1"}}"#,
            isRepeatable: true),
    ]

    @Test(arguments: cases)
    func `a write is one request`(_ one: Case) {
        let request = one.write.request(to: "https://h")
        #expect("\(request.method.rawValue) \(request.url)" == one.line)
        #expect(request.headers["Content-Type"] == one.type)
        #expect(request.headers["Accept"] == "application/json")
        #expect(String(decoding: request.body, as: UTF8.self) == one.body)
        #expect(request.isRepeatable == one.isRepeatable)
    }

    @Test func `a write returns the object as the server has it`() async throws {
        let server = try LoopbackServer { request, _ in
            .json(#"{"kind":"Deployment","spec":{"replicas":2,"unknown":[1.5,null]}}"#)
        }
        defer { server.stop() }
        let answer = try await client(of: server).write(
            WriteRequest(Self.web, .patch(["spec": ["replicas": 2]], .merge)))
        #expect(answer["spec"]?["replicas"] == 2)
        #expect(answer["spec"]?["unknown"] == [.double(1.5), .null])
    }

    @Test func `a refusal keeps the server's words`() async throws {
        let words = "admission webhook denied the request: no root"
        let server = try LoopbackServer { _, _ in status(403, "Forbidden", words) }
        defer { server.stop() }
        let error = await #expect(throws: KubeError.self) {
            try await client(of: server).write(WriteRequest(Self.spaces, .create([:])))
        }
        #expect(error?.code == .api(403))
        #expect(error?.message == "POST /api/v1/namespaces: \(words)")
    }

    @Test func `a creation whose answer is lost is not repeated`() async throws {
        let server = try LoopbackServer { _, _ in Script([.cut]) }
        defer { server.stop() }
        await #expect(throws: KubeError.self) {
            try await client(of: server).write(WriteRequest(Self.spaces, .create([:])))
        }
        #expect(server.requests.count == 1)
    }

    @Test func `an object that is not there is nil, and one that may not be read is not`()
        async throws
    {
        let server = try LoopbackServer { request, _ in
            request.path.hasSuffix("web")
                ? status(404, "NotFound", "no web") : status(403, "Forbidden", "no")
        }
        defer { server.stop() }
        let absent = try await client(of: server).document(at: Self.web)
        #expect(absent == nil)
        let error = await #expect(throws: KubeError.self) {
            _ = try await client(of: server).document(at: Self.spaces)
        }
        #expect(error?.code == .api(403))
    }

    @Test func `a list comes as whole documents`() async throws {
        let server = try LoopbackServer { request, _ in
            request.parameters["continue"] == nil
                ? .json(
                    #"{"kind":"NamespaceList","metadata":{"continue":"1"},"items":[{"x":{"y":[1]}}]}"#
                )
                : .json(#"{"kind":"NamespaceList","metadata":{},"items":[{"x":2}]}"#)
        }
        defer { server.stop() }
        let found = try await client(of: server).documents(in: Self.spaces, labelSelector: "a=b")
        let expected: [JSONValue] = [["x": ["y": [1]]], ["x": 2]]
        #expect(found == expected)
        #expect(server.requests.first?.headers["accept"] == "application/json")
        #expect(server.requests.first?.parameters["labelSelector"] == "a%3Db")
    }

    @Test func `a pod is asked through the proxy`() async throws {
        let server = try LoopbackServer { _, _ in .answer(503, [:], "not yet") }
        defer { server.stop() }
        let proxy = ProxyRequest(namespace: "n", pod: "p", port: 8080, path: "/healthz?full=1")
        let answer = try await client(of: server).get(proxy)
        #expect(answer.status == 503)
        #expect(
            server.requests.last?.target
                == "/api/v1/namespaces/n/pods/p%3A8080/proxy/healthz?full=1")
    }
}
