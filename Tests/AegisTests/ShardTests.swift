import LoopbackServer
import Testing

@Suite("Shards on the command line")
struct ShardTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Saves the demo in parts; the files in the order of the parts.
    private func shards(_ count: Int) async throws -> [String] {
        var files: [String] = []
        for index in 0..<count {
            files.append(folder.file("\(index)-of-\(count).json"))
            let run = try await AegisProcess.run(
                ["scan", "--demo", "--shard", "\(index)/\(count)", "--save-snapshot"]
                    + [files[index]])
            #expect(run.status == 0 && run.output.isEmpty, "\(run.transcript)")
        }
        return files
    }

    @Test("merged, the report is that of one run", arguments: [1, 2, 5])
    func merged(count: Int) async throws {
        let files = try await shards(count)
        let options = ["-o", "json", "--level", "low"]
        let whole = try await AegisProcess.run(["scan", "--demo"] + options)
        let merged = try await AegisProcess.run(["scan", "--merge"] + files.reversed() + options)
        #expect(merged.status == 1 && merged.errors.isEmpty, "\(merged.transcript)")
        #expect(
            merged.output
                == whole.output.replacing("\"demo\",\n    \"gen", with: "\"file\",\n    \"gen"))
        let folder = try await AegisProcess.run(["scan", "-f", folder.path] + options)
        #expect(folder.output == merged.output)
    }

    @Test("an Indexed Job says which")
    func completionIndex() async throws {
        let given = try await shards(3)[2]
        let file = folder.file("job.json")
        let arguments = ["scan", "--demo", "--shard", "/3", "--save-snapshot", file]
        let run = try await AegisProcess.run(
            arguments, environment: ["JOB_COMPLETION_INDEX": "2"])
        #expect(run.status == 0, "\(run.transcript)")
        #expect(TestFiles.read(file) == TestFiles.read(given))
        for index in ["", "3", "-1", "x"] {
            let run = try await AegisProcess.run(
                arguments, environment: ["JOB_COMPLETION_INDEX": index])
            #expect(run.status == 2 && run.errors.contains("JOB_COMPLETION_INDEX"))
        }
    }

    @Test("what is less than all of one cluster is not judged")
    func incomplete() async throws {
        let three = try await shards(3)
        let two = try await shards(2)
        let scoped = folder.file("scoped.json")
        _ = try await AegisProcess.run(
            ["scan", "--demo", "-n", "shop", "--shard", "1/3", "--save-snapshot", scoped])
        let other = try folder.write("other.json", #"{"kind": "Pod", "metadata": {"name": "a"}}"#)
        let claims = try folder.write(
            "claims.json",
            #"{"apiVersion": "aegis.io/v1alpha1", "kind": "SnapshotInfo", "shard": {"count": 9e18}}"#
        )
        let cases: [([String], String)] = [
            (Array(three.dropLast()), "of 3 shards 1 is missing: 2/3"),
            ([three[1]], "of 3 shards 2 are missing: 0/3, 2/3"),
            (three + [three[0]], "shard 0/3 is there twice"),
            ([three[0], two[1]], "one of 2 shards, the other of 3"),
            ([three[0], scoped], "not of the same namespaces"),
            ([other], "other.json is no shard"), (three + [other], "other.json is no shard"),
            ([claims], "says that it is shard"),
        ]
        for (files, complaint) in cases {
            for run in [
                try await AegisProcess.run(["scan", "--merge"] + files),
                try await AegisProcess.run(["scan"] + files.flatMap { ["-f", $0] }),
            ] where files != [other] || run.command.contains("--merge") {
                #expect(run.status == 2 && run.output.isEmpty, "\(run.transcript)")
                #expect(run.errors.contains(complaint), "\(run.transcript)")
            }
        }
    }

    @Test("a part is saved and nothing else")
    func judgesNothing() async throws {
        let shard = ["scan", "--demo", "--shard", "0/2"]
        let save = ["--save-snapshot", folder.file("x.json")]
        let cases: [([String], String)] = [
            (shard, "--shard goes with --save-snapshot"),
            (shard + save + ["--level", "low"], "--level goes with --merge"),
            (shard + save + ["-o", "json"], "--output goes with --merge"),
            (shard + save + ["--merge", "x"], "exclude each other"),
            (["scan", "--demo", "--merge", "x"], "--merge takes the place of"),
            (["scan", "--demo", "--shard", "2/2"] + save, "is invalid for '--shard"),
        ]
        for (arguments, complaint) in cases {
            let run = try await AegisProcess.run(arguments)
            #expect(run.status == 64 && run.errors.contains(complaint), "\(run.transcript)")
        }
    }

    /// Six namespaces with a Service each that has no pods, and more pods than are worth reading.
    private static func answer(_ request: ReceivedRequest) -> Script {
        func list(_ kind: String, _ items: [String], _ metadata: String = "{}") -> Script {
            .json(
                #"{"kind":"\#(kind)List","apiVersion":"v1","metadata":\#(metadata),"items":["#
                    + items.joined(separator: ",") + "]}")
        }
        let names = ["a", "b", "c", "d", "e", "f"]
        let kinds = ["Service", "Namespace", "Pod", "Node"]
        let parts = request.path.split(separator: "/").map(String.init)
        switch (request.path, parts.last) {
        case ("/api", _): return .json(#"{"kind":"APIVersions","versions":["v1"]}"#)
        case ("/apis", _): return .json(#"{"kind":"APIGroupList","groups":[]}"#)
        case ("/api/v1", _):
            let resources = kinds.map {
                #"{"name":"\#($0.lowercased())s","kind":"\#($0)","namespaced":true,"verbs":["list"]}"#
            }
            return .json(
                #"{"kind":"APIResourceList","groupVersion":"v1","resources":["#
                    + resources.joined(separator: ",") + "]}")
        case ("/api/v1/namespaces", _):
            return list("Namespace", names.map { #"{"metadata":{"name":"\#($0)"}}"# })
        case ("/api/v1/services", _):
            return list(
                "Service",
                names.map {
                    #"{"metadata":{"name":"web","namespace":"\#($0)"},"spec":{"selector":{"app":"web"}}}"#
                })
        case ("/api/v1/pods", _) where request.query.contains("limit=1"):
            return list("Pod", [], #"{"continue":"x","remainingItemCount":1000000}"#)
        case (_, "pods"): return list("Pod", [])
        case ("/api/v1/nodes", _): return list("Node", [])
        default: return .json(#"{"kind":"Status","code":404}"#, status: 404)
        }
    }

    @Test("of a live cluster each reads short lists whole, and long ones in its own namespaces")
    func live() async throws {
        let options = ["--no-state", "--now", "2026-06-01T12:00:00Z"]
        var files: [String] = []
        var podLists: [String] = []
        let server = try LoopbackServer { request, _ in Self.answer(request) }
        defer { server.stop() }
        for index in 0..<3 {
            let before = server.requests.count
            files.append(folder.file("live-\(index).json"))
            let run = try await AegisProcess.run(
                ["scan", "--server", server.url, "--shard", "\(index)/3"]
                    + ["--save-snapshot", files[index]] + options)
            #expect(run.status == 0 && run.output.isEmpty, "\(run.transcript)")
            let paths = server.requests[before...].filter { !$0.query.contains("limit=1") }.map(
                \.path)
            #expect(paths.contains("/api/v1/nodes") == (index == 0), "\(paths)")
            #expect(!paths.contains("/api/v1/pods"))
            let own = paths.filter { $0.hasSuffix("/pods") }
            podLists += own
            // One namespace is as well read by itself.
            #expect(paths.contains("/api/v1/services") == (own.count > 1), "\(paths)")
        }
        #expect(
            podLists.sorted()
                == ["a", "b", "c", "d", "e", "f"].map { "/api/v1/namespaces/\($0)/pods" })
        let whole = try await AegisProcess.run(
            ["scan", "--server", server.url, "-o", "ndjson"] + options)
        let merged = try await AegisProcess.run(["scan", "-o", "ndjson", "--merge"] + files)
        #expect(whole.output.count { $0 == "\n" } == 6, "\(whole.transcript)")
        #expect(merged.output == whole.output, "\(merged.transcript)")
    }

    @Test("parts of different ages are judged with a warning, and not with one of an earlier run")
    func ages() async throws {
        let files = try await shards(2)
        func merged(with moment: String) async throws -> AegisProcess {
            _ = try await AegisProcess.run([
                "scan", "--demo", "--shard", "0/2", "--save-snapshot", files[0], "--now", moment,
            ])
            return try await AegisProcess.run(["scan", "--merge"] + files)
        }
        let old = try await merged(with: "2026-06-01T10:59:00Z")
        #expect(
            old.status == 2
                && old.errors.contains("older than \(files[1]): it is of an earlier run"))
        let run = try await merged(with: "2026-06-01T11:30:00Z")
        #expect(run.status == 1 && run.errors.contains("0-of-2.json is 30m older than"))
        #expect(run.output.contains("as of 2026-06-01T12:00:00Z"), "\(run.transcript)")
    }
}
