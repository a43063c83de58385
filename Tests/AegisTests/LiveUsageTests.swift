import LoopbackServer
import Testing

/// Where usage comes from when nothing says: a loopback server plays the API server, and behind its
/// proxy a Prometheus.
@Suite("Usage of a live cluster", .timeLimit(.minutes(2)))
struct LiveUsageTests {
    private static func resources(_ group: String, _ names: [(String, String)]) -> String {
        let items = names.map { plural, kind in
            "{\"name\":\"\(plural)\",\"kind\":\"\(kind)\",\"namespaced\":true,\"verbs\":[\"list\"]}"
        }
        return "{\"kind\":\"APIResourceList\",\"groupVersion\":\"\(group)\",\"resources\":["
            + items.joined(separator: ",") + "]}"
    }

    private static func list(_ kind: String, _ items: String, _ version: String = "v1") -> String {
        "{\"kind\":\"\(kind)List\",\"apiVersion\":\"\(version)\",\"metadata\":{},\"items\":[\(items)]}"
    }

    private static let deployment = """
        {"metadata": {"name": "web", "namespace": "shop"}, "spec": {"replicas": 1, "template": {"spec":
        {"containers": [{"name": "app", "resources": {"requests": {"cpu": "1", "memory": "1Gi"}}}]}}}}
        """

    private static let service = """
        {"metadata": {"name": "prom", "namespace": "monitoring",
         "labels": {"app.kubernetes.io/name": "prometheus"}},
         "spec": {"ports": [{"name": "web", "port": 9090}]}}
        """

    private static let metrics = """
        {"metadata": {"name": "web-6c9d7f8b5-f2d6x", "namespace": "shop"},
         "timestamp": "2026-06-01T11:59:30Z", "window": "30s",
         "containers": [{"name": "app", "usage": {"cpu": "100m", "memory": "64Mi"}}]}
        """

    private static let checkpoint = """
        {"metadata": {"name": "web-app", "namespace": "shop"},
         "spec": {"vpaObjectName": "web", "containerName": "app"},
         "status": {"totalSamplesCount": 20000, "firstSampleStart": "2026-05-01T00:00:00Z",
          "lastSampleStart": "2026-06-01T00:00:00Z",
          "cpuHistogram": {"totalWeight": 10, "bucketWeights": {"10": 10000}},
          "memoryHistogram": {"totalWeight": 10, "bucketWeights": {"20": 10000}}}}
        """

    private static let proxy = "/api/v1/namespaces/monitoring/services/prom:9090/proxy"

    /// Half a core and 200 MiB at every step that is asked for.
    private static func matrix(_ request: ReceivedRequest) -> Script {
        func number(_ name: String) -> Int {
            let part = request.query.split(separator: "&").first { $0.hasPrefix("\(name)=") }
            return part.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
        }
        let value = request.query.contains("cpu_usage") ? "0.5" : "209715200"
        let samples = stride(from: number("start"), through: number("end"), by: 300)
            .map { "[\($0),\"\(value)\"]" }.joined(separator: ",")
        return .json(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":"
                + "{\"namespace\":\"shop\",\"pod\":\"web-6c9d7f8b5-f2d6x\",\"container\":\"app\"},"
                + "\"values\":[\(samples)]}]}}")
    }

    private static func answer(_ request: ReceivedRequest, prometheus: Bool, vpa: Bool) -> Script {
        if request.path.hasPrefix(proxy) {
            return prometheus ? matrix(request) : .answer(500, [:], "no endpoints")
        }
        let absent = Script.json(
            "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":404}", status: 404)
        switch request.path {
        case "/api": return .json("{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}")
        case "/apis":
            return .json(
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"apps\",\"versions\":"
                    + "[{\"groupVersion\":\"apps/v1\",\"version\":\"v1\"}]}]}")
        case "/api/v1":
            return .json(
                resources(
                    "v1",
                    [("services", "Service"), ("namespaces", "Namespace"), ("pods", "Pod")]))
        case "/apis/apps/v1": return .json(resources("apps/v1", [("deployments", "Deployment")]))
        case "/apis/apps/v1/deployments":
            return .json(list("Deployment", deployment, "apps/v1"))
        case "/api/v1/services": return .json(list("Service", service))
        case "/api/v1/pods": return .json(list("Pod", ""))
        case "/api/v1/namespaces":
            return .json(list("Namespace", "{\"metadata\":{\"name\":\"shop\"}}"))
        case "/apis/metrics.k8s.io/v1beta1/pods":
            return .json(list("PodMetrics", metrics, "metrics.k8s.io/v1beta1"))
        case "/apis/autoscaling.k8s.io/v1/verticalpodautoscalercheckpoints" where vpa:
            return .json(
                list("VerticalPodAutoscalerCheckpoint", checkpoint, "autoscaling.k8s.io/v1"))
        default: return absent
        }
    }

    private func run(
        prometheus: Bool = false, vpa: Bool = false, _ arguments: [String] = []
    ) async throws -> (AegisProcess, [String]) {
        let server = try LoopbackServer { request, _ in
            Self.answer(request, prometheus: prometheus, vpa: vpa)
        }
        defer { server.stop() }
        let run = try await AegisProcess.run(
            [
                "scale-propose", "--server", server.url, "--now", "2026-06-01T12:00:00Z",
                "--no-state",
            ] + arguments)
        return (run, server.requests.map(\.method))
    }

    @Test("the cluster's Prometheus is asked through the API server, and nothing is written")
    func prometheus() async throws {
        let (run, methods) = try await run(prometheus: true, vpa: true)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("usage from prometheus (Service monitoring/prom)"))
        #expect(run.output.contains("\"requests\":{\"cpu\":\"500m\",\"memory\":\"230Mi\"}"))
        #expect(run.output.contains("confidence high"), "\(run.transcript)")
        #expect(methods.allSatisfy { $0 == "GET" })
    }

    @Test("where it does not answer, the VPA's checkpoints are next")
    func checkpoints() async throws {
        let (run, _) = try await run(vpa: true)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("Service monitoring/prom is not used"), "\(run.transcript)")
        #expect(run.output.contains("usage from vpa"), "\(run.transcript)")
        // 0.01·(1.05¹¹ − 1)/0.05·1.15 = 0.1634
        #expect(run.output.contains("app cpu       1 → 164m  by vpa"), "\(run.transcript)")
    }

    @Test("then metrics-server, and what was asked for by name is not replaced")
    func metricsServer() async throws {
        let (last, _) = try await run()
        #expect(last.output.contains("usage from metrics-server"), "\(last.transcript)")
        let (named, _) = try await run(["--usage", "prometheus"])
        #expect(named.status == 2 && named.errors.contains("answered 500"), "\(named.transcript)")
        let (without, _) = try await run(["--usage", "vpa"])
        #expect(
            without.status == 2 && without.errors.contains("no VerticalPodAutoscalerCheckpoints"),
            "\(without.transcript)")
    }
}
