import LoopbackServer
import Testing

@Suite("Bad input")
struct BadInputTests {
    @Test(
        "gets one clear sentence with its place, and exit status 2",
        arguments: [
            ("", "standard input", "is empty"),
            ("{\"kind\": \"List\", \"items\": [", "standard input:1:28", "ends"),
            ("apiVersion: v1\n\tkind: Pod\n", "standard input:2:", "tab"),
            ("<html><body>Sign in</body></html>", "standard input", ""),
            ("\u{0}\u{1}\u{2}\u{3}binary", "standard input", ""),
            ("a: &a [*a, *a]\n", "standard input:1", ""),
            ("just words\n", "standard input", ""),
            ("{\"name\": \"no object\"}", "standard input", "Kubernetes"),
        ])
    func refused(input: String, place: String, word: String) async throws {
        let run = try await AegisProcess.run(["scan", "-f", "-"], input: input)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("aegis: error: "), "\(run.transcript)")
        #expect(run.errors.contains(place), "\(run.transcript)")
        #expect(run.errors.contains(word), "\(run.transcript)")
    }

    @Test("a malformed item is left out, the rest is scanned and the result is partial")
    func malformedItem() async throws {
        let input = """
            {"apiVersion":"v1","kind":"PodList","items":[
            {"metadata":{"name":"a","namespace":"x"},"status":{"phase":"Succeeded"}},
            {"metadata":{"name":"b","namespace":"x"},"status":{"phase":"Succeeded"}},
            {"metadata":{"name":"c","namespace":"x"},"spec":{"containers":5}},
            {"metadata":{"name":"d","namespace":"x"},"status":{"phase":"Succeeded"}}]}
            """
        let run = try await AegisProcess.run(["scan", "-f", "-"], input: input)
        #expect(run.status == 3, "\(run.transcript)")
        #expect(run.errors.contains("standard input:4:"), "\(run.transcript)")
        #expect(run.output.contains("not seen: pods (partial): 1 malformed item left out"))
        #expect(run.output.contains("no incidents in 3 objects"))
    }

    @Test("one bad file of a directory does not take the others with it")
    func badFileInDirectory() async throws {
        let folder = try TemporaryFolder()
        let pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"}}"
        try folder.write("a.json", pod)
        try folder.write("b.json", "{\"apiVersion\":")
        try folder.write("c.txt", "a log")
        let run = try await AegisProcess.run(["scan", "-f", folder.path])
        #expect(run.status == 3, "\(run.transcript)")
        #expect(run.errors.contains("b.json:1:"), "\(run.transcript)")
        #expect(run.output.contains("b.json"))
    }

    @Test(
        "what is not there is named",
        arguments: [
            (["scan", "-f", "/dev/null/dump.json"], "cannot read /dev/null/dump.json"),
            (["scan", "-f", "/dev"], "no .json, .yaml or .yml file below /dev"),
            (["scan", "--demo", "--baseline", "/dev/null/x"], "cannot read /dev/null/x"),
            (["scan", "--demo", "--config", "/dev/null/x"], "cannot read /dev/null/x"),
            (["scan", "--demo", "--save-snapshot", "/dev/null/x"], "cannot write"),
            (["scan", "--kubeconfig", "/dev/null/x"], "/dev/null/x"),
            (["scan"], "kubeconfig"),
        ])
    func missing(arguments: [String], words: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output == "")
        #expect(run.errors.contains(words), "\(run.transcript)")
    }

    @Test(
        "a wrong command line is exit status 64 with a hint",
        arguments: [
            (["scna"], "scna"), (["scan", "--demoo"], "--demo"),
            (["scan", "--fail-on", "hgih"], "high"), (["scan", "--demo", "-f", "x"], "exclude"),
            (["scan", "--now", "yesterday"], "--now"),
            (["scan", "--disable", "AEG-1"], "list-rules"),
            (["scan", "-A", "-n", "x"], "exclude"), (["scan", "-l", "a in b"], "selector"),
        ])
    func usage(arguments: [String], words: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains(words), "\(run.transcript)")
    }

    @Test("a misspelt rule in the configuration is an error with its place")
    func configuration() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "config.yaml", "scan:\n  rules:\n    OOMKiled: {disabled: true}\n")
        let run = try await AegisProcess.run(["scan", "--demo", "--config", file])
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("no rule is called 'OOMKiled'"), "\(run.transcript)")
    }
}
