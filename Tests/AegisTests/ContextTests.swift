import LoopbackServer
import Testing

/// Two loopback servers play clusters in which the same Service has no pods; one has another.
@Suite("Several contexts", .timeLimit(.minutes(2)))
struct ContextTests {
    private let folder: TemporaryFolder
    private let east: LoopbackServer
    private let west: LoopbackServer
    private let config: String

    init() throws {
        folder = try TemporaryFolder()
        east = try LoopbackServer { request, _ in Self.answer(request, services: ["web", "ads"]) }
        west = try LoopbackServer { request, _ in Self.answer(request, services: ["web"]) }
        config = try folder.write(
            "config",
            """
            apiVersion: v1
            kind: Config
            current-context: west
            clusters:
            - {name: eastern, cluster: {server: "\(east.url)"}}
            - {name: western, cluster: {server: "\(west.url)"}}
            - {name: gone, cluster: {server: "http://127.0.0.1:1"}}
            users:
            - {name: me, user: {}}
            contexts:
            - {name: east, context: {cluster: eastern, user: me}}
            - {name: east-shop, context: {cluster: eastern, user: me, namespace: shop}}
            - {name: nowhere, context: {cluster: gone, user: me}}
            - {name: west, context: {cluster: western, user: me}}
            """)
    }

    private static func answer(_ request: ReceivedRequest, services: [String]) -> Script {
        func list(_ kind: String, _ items: [String] = []) -> Script {
            .json(
                "{\"kind\":\"\(kind)List\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":["
                    + items.joined(separator: ",") + "]}")
        }
        switch request.path {
        case "/api": return .json("{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}")
        case "/apis": return .json("{\"kind\":\"APIGroupList\",\"groups\":[]}")
        case "/api/v1":
            let names = [("services", "Service"), ("namespaces", "Namespace"), ("pods", "Pod")]
            let resources = names.map { plural, kind in
                "{\"name\":\"\(plural)\",\"kind\":\"\(kind)\",\"namespaced\":true,\"verbs\":[\"list\"]}"
            }
            return .json(
                "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":["
                    + resources.joined(separator: ",") + "]}")
        case "/api/v1/namespaces": return list("Namespace", ["{\"metadata\":{\"name\":\"shop\"}}"])
        case "/api/v1/pods": return list("Pod")
        case "/api/v1/services":
            return list(
                "Service",
                services.map {
                    "{\"metadata\":{\"name\":\"\($0)\",\"namespace\":\"shop\"},"
                        + "\"spec\":{\"selector\":{\"app\":\"\($0)\"},\"ports\":[{\"port\":80}]}}"
                })
        default: return .json("{\"kind\":\"Status\",\"code\":404}", status: 404)
        }
    }

    private func scan(
        _ arguments: [String], state: [String] = ["--no-state"]
    ) async throws -> AegisProcess {
        try await AegisProcess.run(
            ["scan", "--kubeconfig", config, "--now", "2026-06-01T12:00:00Z"] + state + arguments)
    }

    @Test("their incidents are one report, each with its context and the id of a single scan")
    func together() async throws {
        let both = try await scan(["--context", "west", "--context", "east", "-o", "ndjson"])
        #expect(both.status == 1 && both.errors.isEmpty, "\(both.transcript)")
        var apart: [String] = []
        for context in ["west", "east"] {
            let one = try await scan(["--context", context, "-o", "ndjson"])
            apart += one.output.split(separator: "\n").map {
                String($0).replacing(
                    "\"high\",\"resource", with: "\"high\",\"context\":\"\(context)\",\"resource")
            }
        }
        #expect(apart.count == 3 && both.output.split(separator: "\n").map(String.init) == apart)
        let reversed = try await scan(["--context", "east", "--context", "west", "-o", "name"])
        #expect(reversed.output.contains("east/incident/") && reversed.output.hasSuffix("\n"))
    }

    @Test("in text each incident says where it is, and the next command goes there")
    func text() async throws {
        let run = try await scan(["--context", "west", "--context", "east"])
        #expect(run.output.contains("Service shop/web  in west\n"), "\(run.transcript)")
        #expect(run.output.contains("Service shop/web  in east\n"))
        #expect(run.output.contains("next     kubectl --context east get endpoints -n shop ads"))
        #expect(
            run.output.hasSuffix(
                "3 incidents in 5 objects, 2 contexts as of 2026-06-01T12:00:00Z\n"))
        let single = try await scan(["--context", "west"])
        #expect(!single.output.contains("in west") && !single.output.contains("--context"))
    }

    @Test("one that cannot be read is a gap, and the others are still reported")
    func gap() async throws {
        let found = try await scan(["--all-contexts"])
        #expect(found.status == 1, "\(found.transcript)")
        #expect(found.output.contains("not seen: nowhere: everything (failed): GET 127.0.0.1:1"))
        #expect(found.output.contains("3 incidents in 5 objects that could be read, 3 contexts"))
        let never = try await scan(["--all-contexts", "--fail-on", "never", "-o", "json"])
        #expect(never.status == 3, "\(never.transcript)")
        #expect(
            never.output.contains(
                "\"context\": \"nowhere\",\n      \"resource\": \"*\",\n      \"state\": \"failed\""
            ))
        let none = try await scan(["--context", "nowhere", "--context", "nowhere"])
        #expect(none.status == 2 && none.output.isEmpty, "\(none.transcript)")
        #expect(none.errors.contains("no context could be read: nowhere: GET 127.0.0.1:1"))
        let typo = try await scan(["--context", "east", "--context", "wset"])
        #expect(typo.status == 2 && typo.errors.contains("did you mean \"west\"?"))
        #expect(typo.output.isEmpty, "\(typo.transcript)")
    }

    @Test("one that the kubeconfig holds without its cluster is a gap, unless it was named")
    func stale() async throws {
        try folder.write(
            "config",
            (TestFiles.read(config) ?? "")
                + "\n- {name: stale, context: {cluster: never, user: me}}\n")
        let all = try await scan(["--all-contexts"])
        #expect(all.status == 1, "\(all.transcript)")
        #expect(all.output.contains("not seen: stale: everything (failed): "))
        #expect(all.output.contains("\"never\", which is not there"))
        let named = try await scan(["--context", "west", "--context", "stale"])
        #expect(named.status == 2 && named.output.isEmpty, "\(named.transcript)")
    }

    @Test("of contexts that are one server and one user, one is read")
    func twins() async throws {
        let run = try await scan(["--all-contexts", "-o", "json"])
        #expect(run.errors.contains("context east-shop is not read: it is east again"))
        #expect(!run.output.contains("east-shop"), "\(run.transcript)")
        #expect(east.requests.count { $0.path == "/api/v1/services" } == 1)
    }

    @Test("each cluster has its own state")
    func state() async throws {
        let state = ["--state-dir", folder.file("state")]
        let arguments = ["--all-contexts", "--baseline", "state", "-o", "ndjson"]
        _ = try await scan(["--context", "west"], state: state)
        let first = try await scan(arguments, state: state)
        let marks = first.output.split(separator: "\n").map {
            $0.contains("\"change\":\"unchanged\"")
        }
        #expect(marks == [false, false, true], "\(first.transcript)")
        let second = try await scan(arguments, state: state)
        #expect(second.output.split(separator: "\n").allSatisfy { $0.contains("unchanged") })
        #expect(shell("ls '\(folder.file("state"))'").output == "eastern\ngone\nwestern\n")
        let metrics = try await AegisProcess.run(
            ["metrics", "--kubeconfig", config, "--context", "east"] + state)
        #expect(metrics.output.contains("aegis_runs_total{command=\"scan\",status=\"found\"} 2"))
        #expect(metrics.output.contains("aegis_incidents_opened_total{severity=\"high\"} 2"))
    }

    @Test("a report of several is a baseline for several, and for one")
    func baseline() async throws {
        let both = ["--context", "west", "--context", "east"]
        let file = try folder.write("both.json", try await scan(both + ["-o", "json"]).output)
        let again = try await scan(both + ["--baseline", file])
        #expect(again.output.count(of: "[unchanged]") == 3, "\(again.transcript)")
        let one = try await scan(["--context", "west", "--baseline", file])
        #expect(one.output.count(of: "[unchanged]") == 1 && !one.output.contains("RESOLVED"))
        let west = try folder.write(
            "west.json", try await scan(["--context", "west", "-o", "json"]).output)
        let more = try await scan(both + ["--baseline", west])
        #expect(more.output.count(of: "[unchanged]") == 1 && more.output.count(of: "[new]") == 2)
    }

    @Test(
        "reports for other tools keep them apart",
        arguments: [
            (
                "markdown",
                "| Severity | Category | Context | Object | What |\n|---|---|---|---|---|\n"
            ),
            ("markdown", "Service shop/web in east</summary>"),
            ("markdown", "> - `nowhere: everything` (failed)"),
            ("junit", "<testsuite name=\"west: shop\" tests=\"1\""),
            ("junit", "<testcase classname=\"aegis.coverage\" name=\"nowhere: everything\">"),
            ("sarif", "\"id\": \"aegis/scan/west/\""),
            ("sarif", "\"uri\": \"kubernetes/east/shop/Service/web\""),
            ("yaml", "  contexts:\n  - east\n  - nowhere\n  - west\n"),
            ("html", "\"contexts\":[\"east\",\"nowhere\",\"west\"]"),
        ])
    func formats(format: String, part: String) async throws {
        let run = try await scan(["--all-contexts", "-o", format])
        #expect(run.status == 1 && run.output.contains(part), "\(run.transcript)")
    }

    @Test("what is about one cluster does not go with several, and only scan takes several")
    func usage() async throws {
        let both = ["--context", "west", "--context", "east"]
        let cases: [([String], String)] = [
            (["scan", "--all-contexts", "--context", "west"], "exclude each other"),
            (["scan", "--all-contexts", "--demo"], "--demo is about one cluster"),
            (["scan", "--record"] + both, "--record is about one cluster"),
            (["scan", "--token", "x"] + both, "--token is about one cluster"),
            (["scan", "--save-snapshot", "x"] + both, "--save-snapshot is about one cluster"),
            (
                ["metrics", "--live"] + both,
                "one --context at a time; only 'aegis scan' takes several"
            ),
            (["analyze"] + both, "one --context at a time"),
            (["index", "dump"] + both, "one --context at a time"),
        ]
        for (arguments, complaint) in cases {
            let run = try await AegisProcess.run(arguments, environment: ["KUBECONFIG": config])
            #expect(run.status == 64 && run.errors.contains(complaint), "\(run.transcript)")
            #expect(run.output.isEmpty && east.requests.isEmpty && west.requests.isEmpty)
        }
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
