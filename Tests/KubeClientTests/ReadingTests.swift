import ClusterModel
import LoopbackServer
import Testing

@testable import KubeClient

@Suite(.timeLimit(.minutes(1)))
struct ReadingTests {
    @Test func `a review is answered`() async throws {
        let server = try LoopbackServer { request, _ in
            request.path.hasSuffix("accessreviews")
                ? .json(
                    #"{"kind":"SelfSubjectAccessReview","status":{"allowed":true}}"#, status: 201)
                : .json(
                    #"{"status":{"resourceRules":[{"verbs":["list"],"apiGroups":["","apps"],"resources":["*"]},{"verbs":["*"],"apiGroups":[""],"resources":["secrets"],"resourceNames":["x"]}],"incomplete":true}}"#,
                    status: 201)
        }
        defer { server.stop() }
        let client = client(of: server)
        let pods = ResourcePath(GroupVersion("", "v1"), "pods")
        #expect(try await client.mayI("list", pods))
        let rules = try await client.rules(in: "n")
        #expect(rules.allows("list", pods))
        #expect(!rules.allows("delete", pods))
        #expect(!rules.allows("list", ResourcePath(GroupVersion("batch", "v1"), "jobs")))
        #expect(rules.status.incomplete)
    }

    @Test func `a log comes as bytes`() async throws {
        let server = try LoopbackServer { request, _ in
            request.query.contains("previous")
                ? status(400, "BadRequest", "previous terminated container not found")
                : .answer(200, ["Content-Type": "text/plain"], body: [0xff, 0x0a])
        }
        defer { server.stop() }
        let client = client(of: server)
        var log = LogRequest(namespace: "n", pod: "p", container: "c")
        #expect(try await client.log(log) == [0xff, 0x0a])
        log.previous = true
        let error = await #expect(throws: KubeError.self) { try await client.log(log) }
        #expect(error?.code == .api(400))
        #expect(
            error?.message
                == "GET /api/v1/namespaces/n/pods/p/log: previous terminated container not found")
    }

    @Test func `what cannot be read is told`() async throws {
        let server = try LoopbackServer { _, _ in .json("{\"status\": [") }
        defer { server.stop() }
        let client = client(of: server)
        let error = await #expect(throws: KubeError.self) { try await client.rules(in: "n") }
        #expect(error?.code == .notKubernetes)
    }
}
