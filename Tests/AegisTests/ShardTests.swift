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
