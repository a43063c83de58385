import ClusterModel
import LoopbackServer
import Testing

@testable import KubeClient

@Suite(.timeLimit(.minutes(1)))
struct DiscoveryTests {
    static let aggregatedCore = """
        {"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":[
        {"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[
        {"resource":"pods","responseKind":{"group":"","version":"","kind":"Pod"},"scope":"Namespaced",
        "singularResource":"pod","verbs":["get","list"],
        "subresources":[{"subresource":"log","responseKind":{"kind":"Pod"},"verbs":["get"]}]}]}]}]}
        """
    static let aggregatedGroups = """
        {"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","metadata":{},"items":[
        {"metadata":{"name":"policy"},"versions":[
        {"version":"v1","resources":[{"resource":"poddisruptionbudgets","scope":"Namespaced",
        "responseKind":{"kind":"PodDisruptionBudget"},"verbs":["list"]}]},
        {"version":"v1beta1","resources":[{"resource":"poddisruptionbudgets","scope":"Namespaced",
        "responseKind":{"kind":"PodDisruptionBudget"},"verbs":["list"]}]}]},
        {"metadata":{"name":"batch"},"versions":[{"version":"v1","freshness":"Stale"}]}]}
        """

    @Test func `a new server is asked twice`() async throws {
        let server = try LoopbackServer { request, _ in
            .json(request.path == "/api" ? Self.aggregatedCore : Self.aggregatedGroups)
        }
        defer { server.stop() }
        let served = try await client(of: server).discover()
        #expect(Set(server.requests.map(\.path)) == ["/api", "/apis"])
        #expect(
            server.requests.first?.headers["accept"]?.hasPrefix(
                "application/json;g=apidiscovery.k8s.io;v=v2;") == true)
        #expect(served.path(to: .pod, namespace: "n")?.text == "/api/v1/namespaces/n/pods")
        #expect(served.resource("pods", in: GroupVersion("", "v1"))?.subresources == ["log"])
        #expect(
            served.availability(of: .podDisruptionBudget) == .served(GroupVersion("policy", "v1")))
        #expect(served.availability(of: .service) == .absent)
        #expect(
            served.availability(of: .job)
                == .unknown(reason: "the server behind batch/v1 does not answer"))
    }

    @Test(arguments: [("{}", "is no list of APIs"), ("[1,\n2]", "found an array")])
    func `a server whose JSON is no Kubernetes is no cluster without objects`(
        answer: String, words: String
    ) async throws {
        let server = try LoopbackServer { _, _ in .json(answer) }
        defer { server.stop() }
        let error = await #expect(throws: KubeError.self) {
            try await client(of: server).discover()
        }
        #expect(error?.code == .notKubernetes)
        #expect(error?.description.contains(words) == true)
        #expect(error?.message.contains("\n") == false)
    }

    /// Kubernetes 1.20: each group by itself, and only the ones wanted.
    private func old(_ request: ReceivedRequest) -> Script {
        switch request.path {
        case "/api": .json(#"{"kind":"APIVersions","versions":["v1"]}"#)
        case "/apis":
            .json(
                """
                {"kind":"APIGroupList","apiVersion":"v1","groups":[
                {"name":"policy","versions":[{"groupVersion":"policy/v1beta1","version":"v1beta1"}]},
                {"name":"autoscaling","versions":[{"version":"v1"},{"version":"v2beta2"}]},
                {"name":"metrics.k8s.io","versions":[{"version":"v1beta1"}]},
                {"name":"batch","versions":[{"version":"v1"},{"version":"v1beta1"}]}]}
                """)
        case "/api/v1":
            .json(
                """
                {"kind":"APIResourceList","groupVersion":"v1","resources":[
                {"name":"pods","namespaced":true,"kind":"Pod","verbs":["list"]},
                {"name":"pods/log","namespaced":true,"kind":"Pod","verbs":["get"]},
                {"name":"nodes","namespaced":false,"kind":"Node","verbs":["list"]},
                {"name":"bindings","namespaced":true,"kind":"Binding","verbs":["create"]}]}
                """)
        case "/apis/policy/v1beta1":
            .json(
                #"{"kind":"APIResourceList","resources":[{"name":"poddisruptionbudgets","namespaced":true,"kind":"PodDisruptionBudget","verbs":["list"]}]}"#
            )
        case "/apis/autoscaling/v2beta2":
            .json(
                #"{"kind":"APIResourceList","resources":[{"name":"horizontalpodautoscalers","namespaced":true,"kind":"HorizontalPodAutoscaler","verbs":["list"]}]}"#
            )
        case "/apis/batch/v1beta1":
            .json(
                #"{"kind":"APIResourceList","resources":[{"name":"cronjobs","namespaced":true,"kind":"CronJob","verbs":["list"]}]}"#
            )
        default:
            status(
                503, "ServiceUnavailable", "the server is currently unable to handle the request")
        }
    }

    @Test func `an old server is asked for each wanted group`() async throws {
        let server = try LoopbackServer { request, _ in old(request) }
        defer { server.stop() }
        let served = try await client(of: server).discover()
        #expect(
            served.availability(of: .podDisruptionBudget)
                == .served(GroupVersion("policy", "v1beta1")))
        #expect(
            served.availability(of: .horizontalPodAutoscaler)
                == .served(GroupVersion("autoscaling", "v2beta2")))
        #expect(served.availability(of: .cronJob) == .served(GroupVersion("batch", "v1beta1")))
        #expect(served.path(to: .node, namespace: "n")?.text == "/api/v1/nodes")
        #expect(served.resource("pods", in: GroupVersion("", "v1"))?.subresources == ["log"])
        #expect(served.availability(of: .networkPolicy) == .absent)
        guard case .unknown(let reason) = served.availability(of: .job) else {
            Issue.record("job"); return
        }
        #expect(reason.contains("currently unable"))
        #expect(
            !server.requests.contains {
                $0.path.contains("metrics") || $0.path == "/apis/autoscaling/v1"
            })
    }

    @Test func `no access to discovery ends the run`() async throws {
        let server = try LoopbackServer { _, _ in status(403, "Forbidden", "not for you") }
        defer { server.stop() }
        let error = await #expect(throws: KubeError.self) {
            try await client(of: server).discover()
        }
        #expect(error?.code == .api(403))
        #expect(error?.message == "GET /api: not for you")
    }
}
