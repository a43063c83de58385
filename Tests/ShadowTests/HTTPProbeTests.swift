import ClusterModel
import Detection
import HTTP
import KubeClient
import LoopbackServer
import Testing

@testable import Shadow

@Suite(.timeLimit(.minutes(1)))
struct HTTPProbeTests {
    /// Looks at a namespace with one running pod.
    private func look(_ namespace: String) throws -> Observation {
        let pod: JSONValue = [
            "metadata": ["name": "web-1", "namespace": .string(namespace)],
            "status": ["phase": "Running"],
        ]
        return try Observation(
            [.pod: [pod]], [], in: Symbol(namespace), now: Timestamp(seconds: 1_700_000_000))
    }

    @Test(arguments: [
        (200, 200, ShadowCheck.Status.passed), (302, 500, .passed), (503, 200, .failed),
        (404, 200, .failed), (503, 503, .inconclusive),
    ])
    func `the changed copy has to answer as well as the unchanged`(
        mine: Int, other: Int, status: ShadowCheck.Status
    ) async throws {
        let server = try LoopbackServer { request, _ in
            .answer(request.path.contains("/changed/") ? mine : other, [:], "")
        }
        defer { server.stop() }
        let probe = try #require(HTTPProbe(text: "8080/healthz"))
        let check = try await probe.check(
            try look("changed"), control: try look("control"), client(of: server, .system))
        #expect(check.status == status)
        #expect(
            server.requests.first?.path
                == "/api/v1/namespaces/changed/pods/web-1%3A8080/proxy/healthz")
    }
}
