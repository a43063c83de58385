import LoopbackServer
import Testing

/// What schemas and a browser cannot see; they have their tests in Tests/Reports.
@Suite("Reports for other tools")
struct ReportFormatTests {
    @Test(
        "the page's data is the report, with events and next commands, byte for byte",
        arguments: [("scan", "demo.page.json"), ("analyze", "analysis.page.json")])
    func page(subcommand: String, golden: String) async throws {
        let run = try await AegisProcess.run([subcommand, "--demo", "-o", "html"])
        #expect(run.status == 1 && run.errors == "", "\(run.transcript)")
        let start = "<script type=\"application/json\" id=\"data\">"
        let data = run.output.split(separator: start, maxSplits: 1).last ?? ""
        let end = data.firstIndex(of: "<") ?? data.endIndex
        // A line an object, for who reads what differs.
        let lines = String(data[..<end]).replacing("},{", with: "},\n{")
        let page = AegisProcess(
            status: run.status, output: lines, errors: "", command: run.command)
        Golden.expect(page, matches: golden)
    }

    private static let pages = [
        ["scan", "--demo"], ["analyze", "--demo"], ["scale-propose", "--demo"],
        ["shadow-test", "--demo", "deploy/cart", "-n", "shop", "--replicas", "3"],
    ]

    @Test("a page needs nothing from anywhere", arguments: pages)
    func selfContained(arguments: [String]) async throws {
        let run = try await AegisProcess.run(arguments + ["-o", "html"])
        for word in ["<link", "src=", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML"] {
            #expect(!run.output.contains(word), "\(word)")
        }
        #expect(run.output.contains("default-src 'none'"))
    }

    @Test("a result points at the one file that was read, otherwise at a path of the object's own")
    func places() async throws {
        let folder = try TemporaryFolder()
        let dump = try await AegisProcess.run([
            "scan", "--demo", "--save-snapshot", folder.file("my dump.json"), "-o", "name",
        ])
        #expect(dump.status == 1)
        let file = try await AegisProcess.run([
            "scan", "-f", folder.file("my dump.json"), "-o", "sarif",
        ])
        #expect(file.output.contains("\"uri\": \"file://\(folder.path)/my%20dump.json\""))
        #expect(!file.output.contains("\"uri\": \"kubernetes/"))
        let several = try await AegisProcess.run(["scan", "-f", folder.path, "-o", "sarif"])
        #expect(several.output.contains("\"uri\": \"kubernetes/demo/shop/Deployment/cart\""))
    }

    @Test(
        "against a baseline each format tells what is new, the same and gone",
        arguments: [
            ("sarif", "\"baselineState\": \"absent\"", "\"baselineState\": \"unchanged\""),
            ("junit", "high: resolved: mended", "<failure type=\"high\""),
            ("markdown", "**Resolved (1)**", "| unchanged |"),
            ("html", "\"change\":\"resolved\"", "\"change\":\"unchanged\""),
        ])
    func baseline(format: String, gone: String, same: String) async throws {
        let folder = try TemporaryFolder()
        let all = try await AegisProcess.run(["scan", "--demo", "-o", "json"])
        let more = try folder.write(
            "more.json",
            all.output.replacing("\"incidents\": [", with: "\"incidents\": [\(Self.mended),"))
        let run = try await AegisProcess.run([
            "scan", "--demo", "-o", format, "--baseline", more,
        ])
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.output.contains(gone))
        #expect(run.output.contains(same))
    }

    @Test("an incident has one fingerprint, whichever subcommand tells of it")
    func fingerprints() async throws {
        let found = try await AegisProcess.run(["scan", "--demo", "-o", "sarif"])
        let explained = try await AegisProcess.run(["analyze", "--demo", "-o", "sarif"])
        func prints(_ run: AegisProcess) -> [Substring] {
            run.output.split(separator: "\n").filter { $0.contains("\"aegisIncident/v1\"") }
        }
        #expect(prints(found).count == 16)
        #expect(prints(found) == prints(explained))
    }

    @Test("what a test left open or could not try is an error, and no success")
    func open() async throws {
        let change = """
            {"kind": "Deployment", "apiVersion": "apps/v1",
             "metadata": {"name": "gone", "namespace": "shop"}, "spec": {"replicas": 2}}
            """
        let arguments = ["shadow-test", "--demo", "-f", "-", "-o"]
        let junit = try await AegisProcess.run(arguments + ["junit"], input: change)
        #expect(junit.status == 2, "\(junit.transcript)")
        #expect(junit.output.contains("<error type=\"failed\" message=\"there is no Deployment"))
        let sarif = try await AegisProcess.run(arguments + ["sarif"], input: change)
        #expect(sarif.output.contains("\"executionSuccessful\": false"), "\(sarif.transcript)")
        let markdown = try await AegisProcess.run(arguments + ["markdown"], input: change)
        #expect(markdown.output.contains("> - there is no Deployment"), "\(markdown.transcript)")
    }

    private static let mended = """
        {"id":"1","rule":"AEG-102","category":"OOMKilled","severity":"high","title":"mended",
        "resource":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"m"}}
        """
}
