import LoopbackServer
import Testing

@Suite("Analyze")
struct AnalyzeTests {
    @Test(
        "every format says the same of the demo, byte for byte",
        arguments: [
            (["analyze", "--demo"], "analysis.txt"),
            (["analyze", "--demo", "-o", "json"], "analysis.json"),
            (["analyze", "--demo", "-o", "yaml", "deploy/cart"], "analysis-cart.yaml"),
            (["analyze", "--demo", "-o", "markdown"], "analysis.md"),
            (["analyze", "--demo", "-o", "junit"], "analysis.junit.xml"),
            (["analyze", "--demo", "-o", "sarif"], "analysis.sarif"),
            (["analyze", "--demo", "-n", "ops", "--no-headers"], "analysis-ops.txt"),
        ])
    func formats(arguments: [String], golden: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.errors == "")
        Golden.expect(run, matches: golden)
    }

    @Test(
        "an object is named as kubectl takes it, an incident by the start of its id",
        arguments: [
            (["deploy/cart"], "OOMKilled  Deployment shop/cart"),
            (["deployments.apps", "cart"], "OOMKilled  Deployment shop/cart"),
            (["svc/search"], "ServiceNoEndpoints  Service shop/search"),
            (["po/ledger-6c9d7f8b5-r5c8w"], "CrashLoopBackOff  Deployment payments/ledger"),
            (["no/node-4"], "NodeNotReady  Node node-4"),
            (["pdb/queue"], "PDBBlocking  PodDisruptionBudget data/queue"),
            (["19d4"], "OOMKilled  Deployment shop/cart"),
        ])
    func subjects(words: [String], heading: String) async throws {
        let run = try await AegisProcess.run(["analyze", "--demo"] + words)
        #expect(run.output.contains(heading), "\(run.transcript)")
        #expect(run.output.contains("\n1 incident: "), "\(run.transcript)")
    }

    @Test(
        "what is not there is said with what is near",
        arguments: [
            (["deploy/carts"], 2, "no Deployment \"carts\"; did you mean \"cart\"?"),
            (["deplyoment/cart"], 64, "no kind \"deplyoment\" that aegis reads; did you mean"),
            (["zz"], 2, "no incident's id begins with \"zz\"; there are"),
            (["a", "b", "c"], 64, "name one object or one incident"),
            (["--max-iterations", "0"], 64, "--max-iterations is at least 1"),
            (["--logs", "/no/such"], 2, "/no/such is no directory"),
            (["--engine", "oracle"], 64, "rules"),
        ] as [([String], Int32, String)])
    func wrong(words: [String], status: Int32, error: String) async throws {
        let run = try await AegisProcess.run(["analyze", "--demo"] + words)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors.contains(error), "\(run.transcript)")
        #expect(run.output == "")
    }

    @Test(
        "the exit status tells scripts what to do",
        arguments: [
            (["deploy/gateway"], 1), (["deploy/cart", "--fail-on", "critical"], 0),
            (["--fail-on", "never"], 0), (["quota/compute", "--max-iterations", "1"], 1),
            (["deploy/coredns"], 0),
        ] as [([String], Int32)])
    func exitStatus(words: [String], status: Int32) async throws {
        let run = try await AegisProcess.run(["analyze", "--demo"] + words)
        #expect(run.status == status, "\(run.transcript)")
    }

    @Test("an incident whose every fix is refuted ends the run with status 4")
    func refuted() async throws {
        let fixture = "\(TestFiles.folder)/../AnalysisTests/Fixtures/OOMKilled/bounded.yaml"
        let run = try await AegisProcess.run([
            "analyze", "-f", fixture, "--now", "2026-06-01T12:00:00Z",
        ])
        #expect(run.status == 4, "\(run.transcript)")
        #expect(run.output.contains("refuted   LimitRange shop/bounds allows at most 160Mi"))
    }

    @Test("logs are read from files of either layout", arguments: ["flat", "dump"])
    func logs(layout: String) async throws {
        let folder = try TemporaryFolder()
        let words = "FATAL: DATABASE_PASSWORD_FILE must be set\n"
        if layout == "flat" {
            try folder.write("shop_api-5d9-x_app.previous.log", words)
        } else {
            _ = shell("mkdir -p '\(folder.path)/shop/api-5d9-x'")
            try folder.write(
                "shop/api-5d9-x/logs.txt",
                """
                ==== START logs for container app of pod shop/api-5d9-x ====
                \(words)==== END logs for container app of pod shop/api-5d9-x ====

                """)
        }
        let fixture =
            "\(TestFiles.folder)/../AnalysisTests/Fixtures/CrashLoopBackOff/said-in-log.yaml"
        let run = try await AegisProcess.run([
            "analyze", "-f", fixture, "--now", "2026-06-01T12:00:00Z", "--logs", folder.path,
        ])
        #expect(
            run.output.contains("needs variable DATABASE_PASSWORD_FILE"), "\(run.transcript)")
    }

    @Test("the README's session is what the demo prints")
    func readme() async throws {
        let run = try await AegisProcess.run(["analyze", "--demo", "deploy/cart"])
        let readme = try #require(TestFiles.read("\(TestFiles.folder)/../../README.md"))
        let session = readme.split(separator: "```").first {
            $0.hasPrefix("console\n$ aegis analyze")
        }
        let printed = run.output.split(separator: "\n")
        var place = printed.startIndex
        for line in try #require(session).split(separator: "\n").dropFirst(2) where line != "…" {
            let found = printed[place...].firstIndex(of: line)
            place = try #require(found, "not printed, or not in this order: \(line)")
        }
        #expect(place == printed.index(before: printed.endIndex))
    }

    @Test("nothing to analyse is said, and is success")
    func nothing() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "nodes.json", #"{"kind":"NodeList","apiVersion":"v1","items":[]}"#)
        let run = try await AegisProcess.run(["analyze", "-f", file])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.hasPrefix("nothing to analyse"))
    }

    @Test("what a cluster names steers no terminal and no page")
    func hostileNames() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "pod.json",
            #"""
            {"kind":"Pod","apiVersion":"v1","metadata":{"name":"x\u001b[2J`|<b>","namespace":"a;b"},
            "spec":{"containers":[{"name":"app\u001b]0;","image":"i"}]},
            "status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],
            "containerStatuses":[{"name":"app\u001b]0;","ready":false,"restartCount":5,
            "state":{"waiting":{"reason":"CrashLoopBackOff"}},
            "lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-06-01T11:59:00Z"}}}]}}
            """#)
        for format in ["text", "markdown"] {
            let run = try await AegisProcess.run(["analyze", "-f", file, "-o", format])
            #expect(run.status == 1, "\(run.transcript)")
            #expect(!run.output.contains("\u{1B}"))
            #expect(run.output.contains("&lt;b&gt;") == (format == "markdown"))
        }
    }
}
