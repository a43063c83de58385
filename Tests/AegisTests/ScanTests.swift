import LoopbackServer
import Testing

@Suite("Scan")
struct ScanTests {
    @Test(
        "a saved snapshot gives the same incidents, in JSON and YAML", arguments: ["json", "yaml"])
    func savedSnapshot(ending: String) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("snapshot.\(ending)")
        let first = try await AegisProcess.run([
            "scan", "--demo", "-o", "ndjson", "--level", "low", "--save-snapshot", file,
        ])
        let second = try await AegisProcess.run([
            "scan", "-f", file, "-o", "ndjson", "--level", "low",
        ])
        #expect(first.status == 1 && second.status == 1, "\(second.transcript)")
        #expect(first.output == second.output)
    }

    @Test("nothing is left of a snapshot that could not be written whole")
    func interruptedSnapshot() async throws {
        let folder = try TemporaryFolder()
        let run = try await AegisProcess.run([
            "scan", "--demo", "--save-snapshot", "\(folder.path)/no/such/folder/x",
        ])
        #expect(run.status == 2)
        #expect(shell("ls -A \(folder.path)").output == "")
    }

    @Test("a baseline marks what is new, worse, the same and gone")
    func baseline() async throws {
        let folder = try TemporaryFolder()
        let all = try await AegisProcess.run(["scan", "--demo", "-o", "json"])
        let file = try folder.write("all.json", all.output)
        let same = try await AegisProcess.run(["scan", "--demo", "-o", "json", "--baseline", file])
        #expect(same.output.contains("\"change\": \"unchanged\""))
        #expect(!same.output.contains("\"change\": \"new\""))
        let more = try folder.write(
            "more.json",
            all.output.replacing("\"incidents\": [", with: "\"incidents\": [\(Self.mended),"))
        let less = try await AegisProcess.run(["scan", "--demo", "--baseline", more])
        #expect(less.output.contains("RESOLVED (1)\nOOMKilled  Deployment shop/mended"))
        let empty = try folder.write(
            "empty.json", "{\"apiVersion\":\"aegis.io/v1alpha1\",\"kind\":\"ScanReport\"}")
        let new = try await AegisProcess.run(["scan", "--demo", "--baseline", empty])
        #expect(new.output.contains("[new]"))
        #expect(!new.output.contains("[unchanged]"))
    }

    private static let mended = """
        {"id":"1","rule":"AEG-102","category":"OOMKilled","severity":"high","resource":
        {"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"mended"}}
        """

    @Test(
        "only what a scan would have seen is resolved",
        arguments: [
            ["--disable", "OOMKilled"], ["-n", "blog"], ["-l", "app=x"], ["--opt-in"],
        ])
    func sight(options: [String]) async throws {
        let folder = try TemporaryFolder()
        let all = try await AegisProcess.run(["scan", "--demo", "-o", "json"])
        let file = try folder.write(
            "more.json",
            all.output.replacing("\"incidents\": [", with: "\"incidents\": [\(Self.mended),"))
        let run = try await AegisProcess.run(["scan", "--demo", "--baseline", file] + options)
        #expect(!run.output.contains("shop/mended"), "\(run.transcript)")
    }

    @Test("the last run's state is a baseline, kept for the owner alone")
    func state() async throws {
        let folder = try TemporaryFolder()
        let arguments = ["scan", "--demo", "--baseline", "state", "--state-dir", folder.path]
        let first = try await AegisProcess.run(arguments)
        #expect(!first.output.contains("[new]"))
        let second = try await AegisProcess.run(arguments)
        #expect(second.output.contains("[unchanged]"))
        let modes = shell("cd '\(folder.path)' && stat -c %a demo demo/*")
        #expect(modes.output == "700\n600\n600\n600\n")
    }

    @Test(
        "the exit status follows --fail-on",
        arguments: [
            ([], 1), (["--fail-on", "never"], 0), (["--fail-on", "critical"], 1),
            (["-n", "kube-system"], 1), (["-l", "app=cart", "--fail-on", "critical"], 0),
        ] as [([String], Int32)])
    func exitStatus(options: [String], status: Int32) async throws {
        let run = try await AegisProcess.run(["scan", "--demo"] + options)
        #expect(run.status == status, "\(run.transcript)")
    }

    @Test("rules and objects can be left out and ranked anew by configuration")
    func configuration() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "config.yaml",
            """
            scan:
              failOn: critical
              rules:
                OOMKilled: {severity: low}
                AEG-203: {disabled: true}
              exclude:
                - {namespace: data}
                - {name: images, rule: ProbeFailure}
            """)
        let run = try await AegisProcess.run(["scan", "--demo", "--config", file])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("OOMKilled"))
        #expect(!run.output.contains("NodeNotReady"))
        #expect(!run.output.contains("data/"))
        #expect(run.output.contains("ImagePullBackOff"))
    }

    @Test("folders of cluster-info dump and must-gather are read, objects in both once")
    func dumpFolders() async throws {
        let folder = try TemporaryFolder()
        let body = """
            "metadata":{"name":"web","namespace":"shop"},"status":{"phase":"Running",
            "conditions":[{"type":"Ready","status":"False"}],
            "containerStatuses":[{"name":"app","ready":false,"restartCount":5,
            "state":{"waiting":{"reason":"CrashLoopBackOff"}},
            "lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-06-01T11:59:00Z"}}}]}
            """
        _ = shell("mkdir -p '\(folder.path)/shop/web' '\(folder.path)/namespaces/shop/pods/web'")
        try folder.write(
            "shop/pods.json", "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[{\(body)}]}")
        try folder.write("shop/web/logs.txt", "{ this is a log")
        try folder.write(
            "namespaces/shop/pods/web/web.yaml", "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\(body)}")
        try folder.write("timestamp.yaml", "taken: yesterday\n")
        let run = try await AegisProcess.run(["scan", "-f", folder.path])
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("CrashLoopBackOff  Pod shop/web"))
        #expect(run.output.contains("1 incident in 1 object,"), "\(run.transcript)")
    }

    @Test("a reader that goes away is no failure")
    func brokenPipe() async throws {
        let run = shell(
            "'\(AegisProcess.binary)' scan --demo | head -1")
        #expect(run.output.hasPrefix("CRITICAL"), "\(run.output)")
        #expect(!run.output.contains("rror"), "\(run.output)")
    }

    @Test("the version starts with a number")
    func version() async throws {
        let run = try await AegisProcess.run(["--version"])
        #expect(run.status == 0)
        #expect(run.output.first?.isNumber == true)
    }

    @Test("the rules are listed with code, category, severity and a line each")
    func rules() async throws {
        let run = try await AegisProcess.run(["scan", "--list-rules"])
        #expect(run.status == 0)
        Golden.expect(run, matches: "rules.txt")
    }
}
