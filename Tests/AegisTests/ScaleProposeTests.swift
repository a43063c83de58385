import LoopbackServer
import Testing

@Suite("Scale-propose")
struct ScaleProposeTests {
    @Test(
        "every format says the same, byte for byte",
        arguments: [
            (["--all"], "demo-scaling.txt"), (["-o", "json"], "demo-scaling.json"),
            (["-o", "yaml", "deploy/web"], "demo-scaling-web.yaml"),
            (["-o", "ndjson", "-n", "ops"], "demo-scaling-ops.ndjson"),
            (["-o", "name"], "demo-scaling.names"), (["-o", "patch"], "demo-scaling.sh"),
            (["-o", "kustomize"], "demo-scaling-kustomization.yaml"),
            (["-o", "html", "deploy/cart"], "demo-scaling-cart.html"),
            (["-o", "junit"], "demo-scaling.junit.xml"), (["-o", "sarif"], "demo-scaling.sarif"),
            (["-o", "markdown", "--all"], "demo-scaling.md"),
            (["--change", "sizes", "--method", "vpa", "--no-headers"], "demo-scaling-vpa.txt"),
        ])
    func formats(arguments: [String], golden: String) async throws {
        let run = try await AegisProcess.run(["scale-propose", "--demo"] + arguments)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors == "")
        Golden.expect(run, matches: golden)
    }

    @Test("a name cannot break out of the page")
    func page() async throws {
        let dump = (Self.cluster + Self.series("cpu", "0.25"))
            .replacing("shop", with: "<script>alert(1)</script>")
        let run = try await AegisProcess.run(
            ["scale-propose", "-f", "-", "-o", "html", "--all"] + now, input: dump)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("Deployment &lt;script&gt;alert(1)&lt;/script&gt;/web"))
        #expect(!run.output.contains("<script>alert"), "\(run.transcript)")
    }

    @Test("the README's proposals are what the demo prints")
    func readme() async throws {
        let run = try await AegisProcess.run([
            "scale-propose", "--demo", "deploy/web", "deploy/cart",
        ])
        let readme = try #require(TestFiles.read("\(TestFiles.folder)/../../README.md"))
        let session = "```console\n$ aegis scale-propose --demo deploy/web deploy/cart\n"
        #expect(readme.contains(session + run.output + "```"), "\(run.transcript)")
    }

    private static let cluster = """
        {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "apps/v1", "kind": "Deployment",
         "metadata": {"name": "web", "namespace": "shop"},
         "spec": {"replicas": 1, "template": {"spec": {"containers": [
           {"name": "app", "resources": {"requests": {"cpu": "1", "memory": "1Gi"}}}]}}}}
        ]}
        """

    private static func series(_ resource: String, _ value: String, count: Int = 336) -> String {
        let values = Array(repeating: value, count: count).joined(separator: ",")
        return
            "{\"apiVersion\":\"aegis.io/v1alpha1\",\"kind\":\"UsageSeries\",\"namespace\":\"shop\","
            + "\"pod\":\"web-6c9d7f8b5-f2d6x\",\"container\":\"app\",\"resource\":\"\(resource)\","
            + "\"start\":\"2026-05-18T12:00:00Z\",\"step\":3600,\"values\":[\(values)]}\n"
    }

    private let now = ["--now", "2026-06-01T12:00:00Z"]

    @Test("usage is read from a file, line by line, and from the dump itself")
    func file() async throws {
        let folder = try TemporaryFolder()
        let dump = try folder.write("cluster.json", Self.cluster)
        let lines = Self.series("cpu", "0.25") + Self.series("memory", "209715200")
        let usage = try folder.write("usage.ndjson", lines)
        let run = try await AegisProcess.run(
            ["scale-propose", "-f", dump, "--usage-file", usage, "-o", "patch"] + now)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("\"requests\":{\"cpu\":\"250m\",\"memory\":\"230Mi\"}"))
        let both = try await AegisProcess.run(
            ["scale-propose", "-f", dump, "-f", usage, "-o", "patch"] + now)
        #expect(both.output == run.output, "\(both.transcript)")
    }

    @Test("one bad line does not take the others with it")
    func badLine() async throws {
        let folder = try TemporaryFolder()
        let dump = try folder.write("cluster.json", Self.cluster)
        let bad = "{\"kind\":\"UsageSeries\",\"apiVersion\":\"aegis.io/v1alpha1\",\"step\":-1}\n"
        let usage = try folder.write("usage.ndjson", bad + Self.series("cpu", "0.25"))
        let run = try await AegisProcess.run(
            ["scale-propose", "-f", dump, "--usage-file", usage, "-o", "name"] + now)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.hasPrefix("proposal/"))
        #expect(run.errors.contains("left out: "), "\(run.errors)")
    }

    @Test("what metrics-server measured once is not enough for sizes, and is said to be little")
    func podMetrics() async throws {
        let folder = try TemporaryFolder()
        let metrics = """
            {"apiVersion": "metrics.k8s.io/v1beta1", "kind": "PodMetricsList", "items": [
             {"metadata": {"name": "web-6c9d7f8b5-f2d6x", "namespace": "shop"},
              "timestamp": "2026-06-01T11:59:30Z", "window": "30s",
              "containers": [{"name": "app", "usage": {"cpu": "2500000n", "memory": "64Mi"}}]}]}
            """
        let dump = try folder.write("cluster.json", Self.cluster + metrics)
        let run = try await AegisProcess.run(["scale-propose", "-f", dump] + now)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("confidence low (metrics-server, 1 sample"))
        #expect(run.output.contains("1 sample, 100 are needed"), "\(run.transcript)")
        #expect(run.output.contains("0 proposed, 1 held, 0 unchanged; usage from metrics-server"))
    }

    @Test("a VPA's checkpoints size without Prometheus")
    func checkpoints() async throws {
        let folder = try TemporaryFolder()
        let checkpoint = """
            ---
            apiVersion: autoscaling.k8s.io/v1
            kind: VerticalPodAutoscalerCheckpoint
            metadata: {name: sizer-app, namespace: shop}
            spec: {vpaObjectName: sizer, containerName: app}
            status:
              totalSamplesCount: 40000
              firstSampleStart: "2026-05-01T00:00:00Z"
              lastSampleStart: "2026-06-01T00:00:00Z"
              cpuHistogram: {totalWeight: 10, bucketWeights: {"20": 10000}}
              memoryHistogram: {totalWeight: 10, bucketWeights: {"30": 10000}}
            ---
            apiVersion: autoscaling.k8s.io/v1
            kind: VerticalPodAutoscaler
            metadata: {name: sizer, namespace: shop}
            spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: web},
                   updatePolicy: {updateMode: "Off"}}
            """
        let dump = try folder.write("cluster.json", Self.cluster)
        let more = try folder.write("vpa.yaml", checkpoint)
        let run = try await AegisProcess.run(
            ["scale-propose", "-f", dump, "-f", more, "-o", "patch"] + now)
        #expect(run.status == 0, "\(run.transcript)")
        // 0.01·(1.05²¹ − 1)/0.05·1.15 = 0.4109 cores; 1e7·(1.05³¹ − 1)/0.05·1.15 = 776.05 MiB.
        #expect(run.output.contains("\"cpu\":\"411m\",\"memory\":\"777Mi\""), "\(run.output)")
    }

    @Test("the queue keeps one proposal an object until it expires or is dropped")
    func queue() async throws {
        let folder = try TemporaryFolder()
        let place = ["--state-dir", folder.path]
        let first = try await AegisProcess.run(["scale-propose", "--demo", "--queue"] + place)
        #expect(first.errors == "aegis: 6 proposals queued\n")
        let again = try await AegisProcess.run(
            ["scale-propose", "--demo", "--queue", "deploy/web", "--target-utilization", "50"]
                + place)
        #expect(again.errors == "aegis: 1 proposal queued\n")
        let queue = ["scale-propose", "queue"]
        let here = ["--of-cluster", "demo", "--now", "2026-06-02T00:00:00Z"] + place
        let list = try await AegisProcess.run(queue + ["list"] + here)
        #expect(list.output.split(separator: "\n").count == 7, "\(list.transcript)")
        #expect(list.output.contains("replicas 2 → 6"), "\(list.transcript)")
        let show = try await AegisProcess.run(queue + ["show", "deploy/web", "-o", "name"] + here)
        #expect(show.output.hasPrefix("proposal/") && show.status == 0, "\(show.transcript)")
        let drop = try await AegisProcess.run(queue + ["drop", "deploy/web"] + here)
        #expect(drop.output.hasSuffix("of Deployment shop/web\n"), "\(drop.transcript)")
        let gone = try await AegisProcess.run(queue + ["show", "deploy/web"] + here)
        #expect(gone.status == 2, "\(gone.transcript)")
        let later = ["--of-cluster", "demo", "--now", "2026-06-09T00:00:00Z"] + place
        let expired = try await AegisProcess.run(queue + later)
        #expect(expired.output.split(separator: "\n").count == 1, "\(expired.transcript)")
        #expect(shell("stat -c %a '\(folder.path)/demo/proposals.json'").output == "600\n")
    }

    @Test(
        "what cannot be is said before anything is read",
        arguments: [
            (["pod/web"], "names no workload"), (["--usage", "file"], "needs --usage-file"),
            (["--target-utilization", "0"], "must be between"),
            (["--queue", "--no-state"], "exclude"),
            (["--prometheus-header", "Authorization: Bearer x"], "invalid"),
            (["--usage-file", "x", "--prometheus", "http://x"], "exclude"),
            (["--step", "2h"], "between 15s and 1h"),
        ] as [([String], String)])
    func usageErrors(arguments: [String], message: String) async throws {
        let run = try await AegisProcess.run(["scale-propose", "--demo"] + arguments)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.transcript)")
    }

    @Test(
        "what has no usage, or is not there, is an error and not an empty answer",
        arguments: [
            ([], "the dump has no usage"), (["--usage-file", "/no/such"], "cannot read /no/such"),
            (["deploy/no"], "there is no deploy/no in scope"),
            (["--prometheus", "http://127.0.0.1:1"], "cannot read usage from Prometheus"),
        ] as [([String], String)])
    func failures(arguments: [String], message: String) async throws {
        let folder = try TemporaryFolder()
        let dump = try folder.write("cluster.json", Self.cluster)
        let run = try await AegisProcess.run(["scale-propose", "-f", dump] + arguments)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.transcript)")
    }
}
