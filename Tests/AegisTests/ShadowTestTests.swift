import LoopbackServer
import Testing

@Suite("Shadow test")
struct ShadowTestTests {
    @Test(
        "a simulation on the demo is the same in every run and format",
        arguments: [
            (["deployment/cart", "-n", "shop", "--replicas", "3"], 0, "shadow-cart.txt"),
            (
                ["deploy/web", "-n", "shop", "--replicas", "0", "-o", "json"], 4,
                "shadow-web.json"
            ),
            (
                ["deployment/cart", "-n", "shop", "--replicas", "400", "-o", "yaml"], 4,
                "shadow-crowd.yaml"
            ),
            (
                ["deploy/web", "-n", "shop", "--replicas", "0", "-o", "junit"], 4,
                "shadow-web.junit.xml"
            ),
            (
                ["deploy/web", "-n", "shop", "--replicas", "0", "-o", "sarif"], 4,
                "shadow-web.sarif"
            ),
            (
                ["deploy/web", "-n", "shop", "--replicas", "0", "-o", "markdown"], 4,
                "shadow-web.md"
            ),
            (["deploy/web", "-n", "shop", "--replicas", "0", "-o", "html"], 4, "shadow-web.html"),
        ] as [([String], Int32, String)])
    func formats(options: [String], status: Int32, golden: String) async throws {
        let run = try await AegisProcess.run(["shadow-test", "--demo"] + options)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors == "")
        Golden.expect(run, matches: golden)
    }

    @Test("what analyze proposes for the demo can be piped in")
    func analysis() async throws {
        let run = try await AegisProcess.shell(
            "\"$0\" analyze --demo -o json | \"$0\" shadow-test -f - --demo", [])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("PASSED  Deployment shop/cart, incident "), "\(run.transcript)")
    }

    @Test("a proposal that has expired is not tried")
    func expired() async throws {
        let proposal = """
            {"kind": "ScalingProposal", "id": "a", "state": "proposed",
             "expiresAt": "2026-01-01T00:00:00Z", "patch": {"type": "strategic", "body": "{}"},
             "target": {"kind": "Deployment", "namespace": "shop", "name": "cart"}}
            """
        let run = try await AegisProcess.run(
            ["shadow-test", "-f", "-", "--demo"], input: proposal)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output == "")
    }

    @Test("a Secret's patch is not repeated")
    func secret() async throws {
        let patch = """
            {"kind": "Secret", "metadata": {"name": "gateway-key", "namespace": "payments"},
             "stringData": {"key": "hunter2"}}
            """
        for format in ["text", "json", "yaml", "junit", "sarif", "markdown", "html"] {
            let run = try await AegisProcess.run(
                ["shadow-test", "-f", "-", "--demo", "-o", format], input: patch)
            // It was tried, as far as can be without what is in it, and by name it is told.
            #expect(run.status == 3, "\(run.transcript)")
            #expect(run.output.contains("gateway-key"), "\(run.transcript)")
            #expect(!run.output.contains("hunter2"), "\(run.transcript)")
            #expect(!run.errors.contains("hunter2"), "\(run.transcript)")
        }
    }

    @Test(
        "what cannot be tried is one sentence",
        arguments: [
            (["deployment/gone", "--replicas", "2", "--demo"], 2, "no Deployment default/gone"),
            (
                ["deploy/cart", "-n", "shop", "--set-image", "ap=x:1", "--demo"], 2,
                "did you mean \"app\"?"
            ),
            (["--demo"], 64, "name the change"),
            (["deployment/cart", "--demo"], 64, "takes one of"),
            (["cart", "--replicas", "2", "--demo"], 64, "no KIND/NAME"),
            (["deploy/cart", "--replicas", "2", "--demo", "--runtime", "dry-run"], 64, "cluster"),
            (["deploy/cart", "--replicas", "2", "--demo", "--apply"], 64, "needs a cluster"),
            (["deploy/cart", "--replicas", "2", "--stages", "50%,100%"], 64, "is for --apply"),
            (["deploy/cart", "--replicas", "2", "--apply"], 5, "needs --yes"),
            (["deploy/cart", "--replicas", "2", "--probe", "x"], 64, "probe"),
        ] as [([String], Int32, String)])
    func refusals(options: [String], status: Int32, words: String) async throws {
        let run = try await AegisProcess.run(["shadow-test"] + options)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors.contains(words), "\(run.transcript)")
        #expect(run.output == "")
    }
}
