import LoopbackServer
import Testing

@Suite("Metrics") struct MetricsTests {
    private let folder: TemporaryFolder
    private var state: [String] { ["--state-dir", "\(folder.path)/state"] }

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: [String]) async throws -> AegisProcess {
        try await AegisProcess.run(arguments + state)
    }

    @Test("a run counts once, with what it found and how it ended")
    func counts() async throws {
        for status: Int32 in [1, 1] {
            #expect(try await run(["scan", "--demo"]).status == status)
        }
        #expect(try await run(["scan", "--demo", "--fail-on", "never"]).status == 0)
        #expect(try await run(["scan", "--demo", "-n", "none"]).status == 2)
        let metrics = try await run(["metrics", "--demo"])
        #expect(metrics.status == 0 && metrics.errors.isEmpty, "\(metrics.transcript)")
        let node = #"resource_type="Node",severity="critical"} 3"#
        for line in [
            #"aegis_runs_total{command="scan",status="clean"} 1"#,
            #"aegis_runs_total{command="scan",status="failed"} 1"#,
            #"aegis_runs_total{command="scan",status="found"} 2"#,
            #"aegis_coverage_complete{command="scan"} 1"#,
            #"aegis_incidents_detected_total{namespace="","# + node,
            #"aegis_objects_read{resource="pods"} 26"#,
            #"aegis_probe{name="pod_count"} 26"#,
            #"aegis_probe{name="unhealthy_pod_count"} 12"#,
            #"aegis_probe{name="deployment_count"} 16"#,
        ] {
            #expect(metrics.output.contains(line + "\n"), "\(line)\n\(metrics.transcript)")
        }
    }

    @Test("a look at the metrics leaves them as they are")
    func looking() async throws {
        _ = try await run(["scan", "--demo"])
        let first = try await run(["metrics", "--demo"])
        #expect(try await run(["metrics", "--demo"]).output == first.output)
    }

    @Test("a live look is a run of its own, and works without state")
    func live() async throws {
        let counted = try await run(["metrics", "--demo", "--live"])
        #expect(counted.output.contains(#"aegis_runs_total{command="metrics",status="clean"} 1"#))
        let alone = try await AegisProcess.run(["metrics", "--demo", "--live", "--no-state"])
        #expect(alone.status == 0, "\(alone.transcript)")
        #expect(alone.output.contains(#"aegis_runs_total{command="metrics",status="clean"} 1"#))
    }

    @Test("a scan of one namespace leaves the gauges of the whole cluster")
    func scope() async throws {
        _ = try await run(["scan", "--demo"])
        _ = try await run(["scan", "--demo", "-n", "shop"])
        let metrics = try await run(["metrics", "--demo"])
        #expect(metrics.output.contains(#"aegis_incidents{category="NodeNotReady""#))
    }

    @Test("without a kubeconfig the only cluster in the state is meant, and of several none")
    func onlyCluster() async throws {
        _ = try await run(["scan", "--demo"])
        let only = try await run(["metrics"])
        #expect(only.status == 0 && only.output.contains("aegis_runs_total"), "\(only.transcript)")
        let info = #"{"apiVersion":"aegis.io/v1alpha1","kind":"SnapshotInfo","cluster":"b/c"}"#
        let dump = try folder.write("dump.json", info)
        _ = try await run(["scan", "-f", dump])
        let several = try await run(["metrics"])
        #expect(several.status == 2 && several.output.isEmpty, "\(several.transcript)")
        #expect(several.errors.contains("b/c, demo"), "\(several.transcript)")
        let all = try await run(["metrics", "--all-clusters", "--label", "env=test"])
        for cluster in ["b/c", "demo"] {
            let labels = #"{cluster="\#(cluster)",command="scan",env="test"}"#
            #expect(all.output.contains("aegis_coverage_complete\(labels) 1\n"))
        }
    }

    @Test("a textfile is whole, for everyone to read, and nothing else is written")
    func textfile() async throws {
        _ = try await run(["scan", "--demo"])
        let printed = try await run(["metrics", "--demo"])
        let path = "\(folder.path)/aegis.prom"
        let written = try await run(["metrics", "--demo", "--textfile", path])
        #expect(written.output == "" && written.errors == "", "\(written.transcript)")
        #expect(TestFiles.read(path) == printed.output)
        #expect(shell("stat -c %a '\(path)'").output == "644\n")
        let other = try await run(["metrics", "--demo", "--textfile", "\(folder.path)/x.txt"])
        #expect(other.errors.contains("end in .prom"), "\(other.transcript)")
    }

    @Test("no run remembered is said, and is no failure")
    func nothing() async throws {
        let run = try await run(["metrics", "--demo", "-o", "openmetrics"])
        #expect(run.status == 0 && run.output == "# EOF\n", "\(run.transcript)")
        #expect(run.errors == "aegis: no run is remembered of cluster \"demo\"\n")
    }

    @Test(
        "what makes no sense together is a usage error",
        arguments: [
            (["--push", "gateway:9091"], "is no http or https address"),
            (["--push", "http://g", "-o", "openmetrics"], "read the text format alone"),
            (["--textfile", "x.prom", "-o", "openmetrics"], "read the text format alone"),
            (["--textfile", ""], "names no file"),
            (["--job", "x"], "go with --push"),
            (["--push", "http://g", "--grouping", "job=x"], "--job names it"),
            (["--push", "http://g", "--grouping", "a-b=x"], "invalid"),
            (["--label", "__name__=x"], "invalid"),
            (["--all-clusters", "--live"], "looks at the state alone"),
            (["--no-state"], "only the metrics of --live"),
        ] as [([String], String)])
    func usage(options: [String], message: String) async throws {
        let run = try await AegisProcess.run(["metrics"] + options)
        #expect(run.status == 64 && run.output.isEmpty, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.transcript)")
    }
}
