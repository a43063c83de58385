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
            ("{\"kind\":\"List\",\"items\":[null]}", "standard input:1:25", "object"),
            ("{\"kind\":\"List\",\"items\":[]}", "standard input", "no Kubernetes object"),
            ("{\"kind\":\"Widget\"}", "standard input", "kind that aegis reads"),
            ("---\n# nothing\n---\n", "standard input", "is empty"),
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
            (["scan", "--demo", "-n", "shpo"], "no namespace \"shpo\""),
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
            (["scan", "--disable", "AEG-1"], "did you mean 'AEG-101'?"),
            (["scan", "-A", "-n", "x"], "exclude"), (["scan", "-l", "a in b"], "labels"),
            (["scan", "-l", "a in ()"], "labels"), (["scan", "-n", ""], "namespace"),
            (["scan", "-n", "a,b"], "repeat --namespace"), (["scan", "-f", ""], "names no file"),
            (["scan", "-f", "-", "-f", "-"], "only once"),
            (["scan", "--demo", "--config", ""], "--config names no file"),
            (["scan", "--demo", "--baseline", ""], "--baseline names no file"),
            (["scan", "--demo", "--state-dir", ""], "--state-dir names no directory"),
            (["scan", "--demo", "--baseline", "state", "--no-state"], "exclude"),
        ])
    func usage(arguments: [String], words: String) async throws {
        let run = try await AegisProcess.run(arguments)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains(words), "\(run.transcript)")
    }

    @Test(
        "a misspelt severity in the environment is an error, an empty variable is none",
        arguments: [("hgih", 2), ("", 1)], ["AEGIS_FAIL_ON", "AEGIS_LEVEL"])
    func environment(value: (text: String, status: Int), variable: String) async throws {
        let run = try await AegisProcess.run(
            ["scan", "--demo"], environment: [variable: value.text, "XDG_CONFIG_HOME": ""])
        #expect(Int(run.status) == value.status, "\(run.transcript)")
        #expect(value.status == 1 || run.errors.contains("\(variable): no severity"))
    }

    @Test("what names and messages hold does not steer the terminal or a pasted command")
    func terminal() async throws {
        let pod = #"""
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a\u001b[31m\u009b\u202e\nb; reboot"},
            "status":{"phase":"Failed","reason":"Evicted","message":"\u001b]0;title\u0007"}}
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"n"},
            "status":{"capacity":{"cpu":"\u001b[31m\nx"}}}
            """#
        for format in ["text", "json", "yaml", "ndjson"] {
            let run = try await AegisProcess.run(
                ["scan", "-f", "-", "--level", "low", "-o", format], input: pod)
            let shown = (run.output + run.errors).unicodeScalars.filter { $0 != "\n" }
            #expect(
                !shown.contains { [.control, .format].contains($0.properties.generalCategory) },
                "\(run.transcript)")
            #expect(
                format != "text" || run.output.contains("describe 'pod/a [31m   b; reboot'"),
                "\(run.transcript)")
        }
        let run = try await AegisProcess.run(["scan", "-f", "/nonexistent/\u{1b}[31m\nb"])
        #expect(run.errors.hasPrefix("aegis: error: cannot read /nonexistent/ [31m b: "))
    }

    @Test(
        "output that cannot be written is an error, whatever is printed",
        arguments: [["scan", "--demo"], ["scan", "--list-rules"], ["--help"], ["--version"]])
    func fullDevice(arguments: [String]) async throws {
        let run = try await AegisProcess.shell("\"$0\" \"$@\" >/dev/full", arguments)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(
            run.errors == "aegis: error: cannot write to standard output: No space left on device\n"
        )
    }

    @Test("a snapshot for a device goes to the device, and leaves it one")
    func device() async throws {
        let run = try await AegisProcess.run(
            ["scan", "--demo", "-o", "name", "--save-snapshot", "/dev/stdout"])
        #expect(run.output.contains("SnapshotInfo"), "\(run.transcript)")
        let full = try await AegisProcess.run(["scan", "--demo", "--save-snapshot", "/dev/full"])
        #expect(full.status == 2 && full.output == "", "\(full.transcript)")
        #expect(full.errors == "aegis: error: cannot write /dev/full: No space left on device\n")
    }

    @Test("state stays below its directory, whatever a dump calls its cluster")
    func stateDirectory() async throws {
        let folder = try TemporaryFolder()
        let info = #"{"apiVersion":"aegis.io/v1alpha1","kind":"SnapshotInfo","cluster":".."}"#
        let run = try await AegisProcess.run(
            ["scan", "-f", "-", "--baseline", "state", "--state-dir", "\(folder.path)/state"],
            input: info)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(TestFiles.read("\(folder.path)/state/_.-07da1a07b4a03f2d/incidents.json") != nil)
        #expect(TestFiles.read("\(folder.path)/incidents.json") == nil)
    }

    @Test("files of a directory that are links count, links to directories do not")
    func links() async throws {
        let folder = try TemporaryFolder()
        let pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"}}"
        let file = try folder.write("a.txt", pod)
        let run = try await AegisProcess.shell(
            "mkdir \"$1/d\" && ln -s \"$2\" \"$1/d/p.json\" && ln -s . \"$1/d/loop\""
                + " && ln -s nowhere \"$1/d/q.json\" && \"$0\" scan -f \"$1/d\"",
            [folder.path, file])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("no incidents in 1 object"), "\(run.transcript)")
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
