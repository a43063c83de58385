import ClusterModel
import Detection
import Glibc
import StructuredData
import Testing

@Suite("Shards")
struct ShardTests {
    @Test("merged, they have the incidents of one run: every fixture", arguments: [1, 2, 3, 7])
    func sameIncidents(count: Int) throws {
        var settings = DetectionSettings()
        settings.level = .low
        let fixtures = try Scene.all()
        #expect(fixtures.count > 150)
        for name in fixtures {
            let whole = try Scene.view(name, settings)
            let merged = try Self.merged(whole.index.snapshot, count)
            #expect(merged.coverageByName == whole.index.snapshot.coverageByName, "\(name)")
            let view = ClusterView(ClusterIndex(merged), now: Scene.now, settings: settings)
            #expect(
                Detection.incidents(in: view).map(\.everything)
                    == Detection.incidents(in: whole).map(\.everything), "\(name) in \(count)")
        }
    }

    @Test("each namespace is in one of them, and what has none in the first")
    func everythingOnce() throws {
        let snapshot = try Scene.view("NodeNotReady/silent").index.snapshot
        #expect(!snapshot.nodes.isEmpty)
        let parts = (0..<5).compactMap { Shard($0, of: 5) }.map { shard in
            var part = snapshot
            part.keep(shard)
            return part
        }
        #expect(parts.map(\.nodes.count) == [snapshot.nodes.count, 0, 0, 0, 0])
        #expect(parts.reduce(0) { $0 + $1.pods.count } == snapshot.pods.count)
        for name in ["default", "kube-system", "shop", "a", "team-b"] {
            let namespace = Symbol(name)
            #expect(
                (0..<5).compactMap { Shard($0, of: 5) }.count { $0.holds(namespace: namespace) }
                    == 1)
        }
    }

    @Test(
        "there is none of what is not from 0 to the count",
        arguments: [(-1, 2), (2, 2), (0, 0), (0, -1), (0, Int.max), (Int.max, 2)])
    func bounds(index: Int, count: Int) {
        #expect(Shard(index, of: count) == nil)
    }

    /// Each part written, all read again as one.
    private static func merged(_ snapshot: Snapshot, _ count: Int) throws -> Snapshot {
        var dump = DumpReader(filter: ObjectFilter())
        for shard in (0..<count).reversed().compactMap({ Shard($0, of: count) }) {
            var part = snapshot
            part.keep(shard)
            var info = SnapshotInfo()
            info.capturedAt = Scene.now
            info.shard = shard
            var bytes: [UInt8] = []
            try part.write(info, format: .json) { bytes += $0 }
            var rest = bytes[...]
            try dump.read(source: "\(shard)") { buffer in
                let piece = rest.prefix(buffer.count)
                buffer.copyBytes(from: piece)
                rest = rest.dropFirst(piece.count)
                return piece.count
            }
        }
        return dump.finish(as: SnapshotInfo(merging: dump.infos))
    }
}

extension Incident {
    /// All that a report says of it.
    fileprivate var everything: String {
        let facts = evidence.map { "\($0.resource) \($0.path)=\($0.value) \($0.note)" }
        return
            ([id, line, "\(since)", title, message] + facts + affected.map(\.description)
            + owners.map(\.description)).joined(separator: "\n")
    }
}
