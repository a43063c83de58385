import LoopbackServer
import Testing

@Suite("The command line")
struct InvocationTests {
    @Test(
        "a misspelt word suggests the nearest",
        arguments: [
            (["scna"], Int32(64), "there is no subcommand 'scna'; did you mean 'scan'?"),
            (["index", "dmup"], 64, "there is no subcommand 'dmup'; did you mean 'dump'?"),
            (["entirely-else"], 64, "there is no subcommand 'entirely-else'\n"),
            (["scan", "--fail-no", "high"], 64, "Did you mean '--fail-on'?"),
            (["scan", "--demo", "-n", "shpo"], 2, "nor anything in it; did you mean \"shop\"?"),
            (["scan", "--demo", "-n", "entirely-else"], 2, "nor anything in it\n"),
        ])
    func nearest(arguments: [String], status: Int32, hint: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == status && run.errors.contains(hint), "\(run.transcript)")
    }

    @Test("a misspelt context suggests the nearest")
    func context() async throws {
        let folder = try TemporaryFolder()
        let config = try folder.write("config", Self.kubeconfig)
        let run = try await AegisProcess.run(
            ["scan", "--context", "stagign"], environment: ["KUBECONFIG": config])
        #expect(run.status == 2 && run.errors.contains("did you mean \"staging\"?"))
    }

    @Test("called as kubectl-aegis, it says kubectl aegis")
    func plugin() async throws {
        let folder = try TemporaryFolder()
        let script = """
            ln -s "$0" "$1/kubectl-aegis"
            "$1/kubectl-aegis" scan --help
            "$1/kubectl-aegis" scan --demo --no-state -n shpo
            "$1/kubectl-aegis" scan --disable Nothing
            "$1/kubectl-aegis" manifests
            """
        let run = try await AegisProcess.shell(script, [folder.path])
        #expect(run.output.contains("USAGE: kubectl aegis scan"), "\(run.transcript)")
        #expect(run.output.contains("-o json | kubectl aegis scan -f -"), "\(run.transcript)")
        #expect(run.output.contains("See 'kubectl aegis help manifests <subcommand>'"))
        #expect(run.output.contains("More options: kubectl aegis scan --help-hidden"))
        #expect(!run.output.contains("kubectl kubectl") && !run.output.contains("\n  aegis "))
        #expect(run.errors.hasPrefix("kubectl aegis: error: there is no namespace"))
        #expect(run.errors.contains("'kubectl aegis explain'"), "\(run.transcript)")
    }

    @Test(
        "names are completed from files alone",
        arguments: [
            (["scan", "--", "--context"], ["production", "staging"]),
            (["scan", "--", "--cluster"], ["west"]),
            (["metrics", "--", "--user"], ["me"]),
            (["scan", "--", "--namespace"], ["checkout", "payments", "shop"]),
            (["manifests", "rbac", "--", "--only"], ["checkout", "payments", "shop"]),
        ])
    func completion(words: [String], offered: [String]) async throws {
        let run = try await complete(words + ["1", "0", "aegis", ""])
        #expect(run.output.split(separator: "\n").map(String.init) == offered, "\(run.transcript)")
    }

    @Test(
        "objects are completed by kind, then by name, in the spelling that was begun",
        arguments: [
            ("analyze -- positional@0", "po/", ["po/p"]),
            ("analyze -- positional@0", "Service/", ["Service/s"]),
            ("analyze -- positional@0", "pod ", ["p"]),
            ("analyze -- positional@0", "what/", []),
            (
                "scale-propose propose -- positional@0", "",
                ["daemonset/", "deployment/web", "statefulset/"]
            ),
            ("scale-propose propose -- positional@0", "-n blog deploy/", []),
            ("scale-propose queue drop -- positional@0", "", ["f874", "deployment/web"]),
            ("shadow-test run -- positional@0", "-n shop svc/", ["svc/s"]),
        ])
    func objects(argument: String, typed: String, offered: [String]) async throws {
        let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let cursor = words.last?.count ?? 0
        let run = try await complete(
            argument.split(separator: " ").map(String.init)
                + ["\(words.count)", "\(cursor)", "aegis"] + words)
        #expect(run.output.split(separator: "\n").map(String.init) == offered, "\(run.transcript)")
    }

    @Test("what an analysis can be about begins with kinds, and ends with incidents")
    func subjects() async throws {
        let run = try await complete(["analyze", "--", "positional@0", "1", "0", "aegis", ""])
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "configmap" && lines.last == "7f3a", "\(run.transcript)")
    }

    /// With the state of one cluster.
    private func complete(_ words: [String]) async throws -> AegisProcess {
        let folder = try TemporaryFolder()
        let config = try folder.write("config", Self.kubeconfig)
        _ = shell("mkdir -p \(folder.path)/aegis/west")
        try folder.write("aegis/west/incidents.json", Self.history)
        try folder.write("aegis/west/proposals.json", Self.queue)
        let run = try await AegisProcess.run(
            ["---completion"] + words,
            environment: ["KUBECONFIG": config, "XDG_STATE_HOME": folder.path])
        #expect(run.status == 0 && run.errors == "", "\(run.transcript)")
        return run
    }

    @Test("completion offers nothing, and complains of nothing, where nothing can be read")
    func completionOfNothing() async throws {
        for option in ["--context", "--namespace"] {
            let run = try await AegisProcess.run([
                "---completion", "scan", "--", option, "1", "0", "aegis", "--kubeconfig", "/none",
            ])
            #expect(run.status == 0 && run.errors == "", "\(run.transcript)")
        }
    }

    private static let kubeconfig = """
        current-context: production
        clusters: [{name: west, cluster: {server: "https://127.0.0.1:9"}}]
        users: [{name: me, user: {}}]
        contexts:
        - {name: production, context: {cluster: west, user: me}}
        - {name: staging, context: {cluster: west, user: me, namespace: checkout}}
        """

    private static let queue = """
        {"kind":"ScalingProposalList","items":[{"id":"f874","state":"proposed",
        "expiresAt":"2999-01-01T00:00:00Z",
        "target":{"kind":"Deployment","namespace":"shop","name":"web"}}]}
        """

    private static let history = """
        {"kind":"IncidentHistory","incidents":[{"firstSeen":"2026-06-01T12:00:00Z","incident":
        {"id":"7f3a","resource":{"kind":"Pod","namespace":"payments","name":"p"},
        "affected":[{"kind":"Service","namespace":"shop","name":"s"},{"kind":"Node","name":"n"}]}}]}
        """
}
