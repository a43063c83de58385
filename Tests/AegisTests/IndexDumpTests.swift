import LoopbackServer
import Testing

@Suite("Index dump")
struct IndexDumpTests {
    @Test(
        "the demo's indexes are the same in every run and format",
        arguments: [
            ([], "index.txt"),
            (
                ["--index", "deployment_replica", "--index", "owner", "-n", "data"],
                "index-data.txt"
            ),
            (["-n", "payments", "-o", "json"], "index-payments.json"),
            (["--index", "node-resource", "--probes", "-o", "yaml"], "index-nodes.yaml"),
            (["-n", "shop", "-o", "ndjson"], "index-shop.ndjson"),
            (["--probes"], "index-probes.txt"),
        ])
    func formats(options: [String], golden: String) async throws {
        let run = try await AegisProcess.run(["index", "dump", "--demo"] + options)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors == "")
        Golden.expect(run, matches: golden)
    }

    @Test("the README's look-up is what the demo prints")
    func readme() async throws {
        let readme = try #require(TestFiles.read("\(TestFiles.folder)/../../README.md"))
        let session = readme.split(separator: "```").first {
            $0.hasPrefix("console\n$ aegis index")
        }
        let lines = try #require(session).split(separator: "\n", maxSplits: 2)
        let words = lines[1].split(separator: " ").dropFirst(2).map(String.init)
        let run = try await AegisProcess.run(words)
        #expect(run.output == lines[2], "\(run.transcript)")
    }

    @Test(
        "one key is one entry",
        arguments: [
            ("pod-health", "shop/cart-6c9d7f8b5-x9w3f", "OOMKilled"),
            ("pod_health_index", "shop/cart-6c9d7f8b5-x9w3f", "OOMKilled"),
            ("pod_by_label", "app=cart", "cart-6c9d7f8b5-d5r7c"),
            ("owner", "pod/shop/cart-6c9d7f8b5-x9w3f", "deployment/cart"),
            ("image", "registry.example.com/shop/web:5.2", "web-7f6d9c4b8-p6t4n"),
            ("config-reference", "secret/shop/shop-tsl", "ingress/storefront (tls)"),
        ])
    func keyFound(index: String, key: String, words: String) async throws {
        let run = try await AegisProcess.run([
            "index", "dump", "--demo", "--index", index, "--key", key, "--no-headers",
        ])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains(words), "\(run.transcript)")
        #expect(run.output.split(separator: "\n").count == 1, "\(run.transcript)")
    }

    @Test(
        "a key that nothing has is exit status 1, as with grep",
        arguments: ["table", "json", "yaml", "ndjson"])
    func keyAbsent(format: String) async throws {
        let run = try await AegisProcess.run([
            "index", "dump", "--demo", "--index", "pod-health", "--key", "shop/cart", "-o", format,
        ])
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.errors == "aegis: nothing has the key 'shop/cart'\n")
    }

    @Test("of one namespace, node-resource says that it knows of its pods alone")
    func oneNamespace() async throws {
        let dump = ["index", "dump", "--demo", "--index", "node-resource", "-n", "shop"]
        let table = try await AegisProcess.run(dump)
        #expect(table.errors == "aegis: node-resource counts only pods of shop\n")
        let line = try await AegisProcess.run(dump + ["--key", "node-1", "-o", "ndjson"])
        #expect(line.output.contains(#""namespaces":["shop"]"#), "\(line.transcript)")
        #expect(line.errors == "")
    }

    @Test("a key not found in what was read in part may be there all the same")
    func partial() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "pods.json",
            """
            {"kind":"PodList","apiVersion":"v1","items":[
            {"metadata":{"name":"a","namespace":"x"}},{"metadata":{"name":"b"},"spec":5}]}
            """)
        let dump = ["index", "dump", "-f", file, "--index", "pod-health"]
        let all = try await AegisProcess.run(dump + ["-o", "ndjson"])
        #expect(all.status == 3, "\(all.transcript)")
        #expect(all.output.contains(#""key":"x/a""#))
        #expect(all.errors.contains("not seen: pods (partial): 1 malformed item left out"))
        let absent = try await AegisProcess.run(dump + ["--key", "x/b"])
        #expect(absent.status == 3, "\(absent.transcript)")
        let document = try await AegisProcess.run(dump + ["-o", "json"])
        #expect(document.output.contains(#""state": "partial""#), "\(document.transcript)")
    }

    @Test("what a dump does not have is said, and no key is known to be missing from it")
    func absent() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "pods.json", #"{"kind":"PodList","apiVersion":"v1","items":[]}"#)
        let dump = ["index", "dump", "-f", file, "--index", "node-resource"]
        let all = try await AegisProcess.run(dump)
        #expect(all.status == 0 && all.output == "", "\(all.transcript)")
        #expect(all.errors == "aegis: warning: not seen: nodes (absent): not in the dump\n")
        let key = try await AegisProcess.run(dump + ["--key", "node-1"])
        #expect(key.status == 3, "\(key.transcript)")
        let probes = try await AegisProcess.run(["index", "dump", "-f", file, "--probes"])
        #expect(probes.output.contains("pod_count            0\n"), "\(probes.transcript)")
        #expect(probes.output.contains("deployment_count     -\n"), "\(probes.transcript)")
    }

    @Test(
        "a wrong command line is said to be one",
        arguments: [
            (
                ["--index", "pod-helth"],
                "no index is called 'pod-helth'; did you mean 'pod-health'?"
            ),
            (["--index", "xyz"], "there are pod-health, pod-by-label,"),
            (["--key", ""], "--key names nothing"), (["--key", "x", "--probes"], "exclude"),
            (["--index", "owner", "--field-selector", "status.phase=Running"], "selects pods"),
            (["-o", "text"], "table"),
        ])
    func usage(options: [String], words: String) async throws {
        let run = try await AegisProcess.run(["index", "dump", "--demo"] + options)
        #expect(run.status == 64, "\(run.transcript)")
        #expect(run.errors.contains(words), "\(run.transcript)")
    }

    @Test(
        "a reader that goes away ends it quietly", arguments: ["table", "json", "yaml", "ndjson"])
    func brokenPipe(format: String) async throws {
        let folder = try TemporaryFolder()
        let pods = (0..<4000).map {
            #"{"metadata":{"name":"p\#($0)","namespace":"x","labels":{"app":"a\#($0)"}}}"#
        }
        let file = try folder.write(
            "pods.json",
            #"{"kind":"PodList","apiVersion":"v1","items":[\#(pods.joined(separator: ","))]}"#)
        let run = try await AegisProcess.shell(
            #"{ "$0" index dump -f "$1" -o "$2"; echo "ended $?" >&2; } | head -1"#, [file, format])
        #expect(run.errors == "ended 0\n", "\(run.transcript)")
        #expect(run.output.split(separator: "\n").count == 1, "\(run.transcript)")
    }

    @Test("a name that would command the terminal does not")
    func escapes() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "pods.json",
            #"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a\u001b[31m\nb","namespace":"x"}}"#
        )
        let run = try await AegisProcess.run([
            "index", "dump", "-f", file, "--index", "pod-health", "--no-headers",
        ])
        #expect(run.output.hasPrefix("x  a [31m b  0/0"), "\(run.transcript)")
        #expect(run.output.split(separator: "\n").count == 1, "\(run.transcript)")
    }
}
