import Analysis
import ClusterModel
import Detection
import Scaling
import Testing

@testable import aegis

/// Whatever stands in a field, reading, judging and analysing it ends without a trap.
@Suite("Mutations of the demo cluster")
struct MutationTests {
    /// What no API server would send, and some of what it would.
    private static let values = [
        "null", "true", "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "1e400",
        "1.5", "2147483648", "\"\"", "x", "\"-1\"", "\"99999999999999999999\"", "101%", "-5%",
        "\"9223372036854775807%\"", "9223372036854775807Ei", "-9223372036854775808m", "1e18",
        "\"0000-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"",
        "\"2026-02-31T23:59:60+99:99\"", "\"*/0 * * * *\"", "\"60 24 32 13 8\"",
        "\"*/9223372036854775807 0-23/9 * * *\"", "\"59-0 * * * *\"", "\"0 0 31 2 *\"",
        "\"@every 1000000h1000000h\"", "\"TZ=\"", "\"a\\e[31m\\n\\u202e\\0\"", "/", "\":\"",
        "\"a@sha256:\"", "[]", "{}", "[[]]", "[null]", "{a: {b: {}}}", "[{}]",
        "\"exceeded quota: q, requested: =, used: cpu=-1, limited: cpu=\"",
    ]

    @Test("never trap", arguments: 0..<DemoCluster.manifests.count)
    func neverTrap(number: Int) throws {
        var random = Generator(state: UInt64(number))
        let lines = DemoCluster.manifests[number].description.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let fields = lines.indices.filter { lines[$0].contains(": ") }
        var judged = 0
        for round in 0..<30 {
            var damaged = lines
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                guard let place = fields.randomElement(using: &random),
                    let value = Self.values.randomElement(using: &random)
                else { continue }
                let key = lines[place].prefix { $0 != ":" }
                damaged[place] = "\(key): \(value)"
            }
            // Forecasts take their time in a debug build.
            let proposes = round % 6 == 0
            if judge(damaged.joined(separator: "\n"), proposes: proposes) { judged += 1 }
        }
        #expect(judged > 8)
    }

    /// - Returns: false if it could not be read at all.
    private func judge(_ text: String, proposes: Bool) -> Bool {
        var dump = DumpReader(filter: ObjectFilter())
        var rest = Array(text.utf8)[...]
        do {
            try dump.read(source: "demo.yaml") { buffer in
                let piece = rest.prefix(buffer.count)
                buffer.copyBytes(from: piece)
                rest = rest.dropFirst(piece.count)
                return piece.count
            }
        } catch {
            return "\(error)".isEmpty
        }
        var settings = DetectionSettings()
        settings.level = .low
        let now = Timestamp(rfc3339: DemoCluster.capturedAt) ?? Timestamp()
        let snapshot = dump.finish()
        let view = ClusterView(ClusterIndex(snapshot), now: now, settings: settings)
        let capture = Capture(origin: .demo, snapshot: snapshot, moment: now)
        let everything = IndexRequest(names: IndexName.allCases, key: nil, hasProbes: true)
        var reader = IndexReader()
        let indexes = IndexDump(everything, capture, now: now, labels: nil, fields: nil)
        try? indexes.eachIndex(&reader)
        #expect(reader.isWhole)
        if proposes { propose(view) }
        let incidents = Detection.incidents(in: view)
        let workflow = Workflow(view, incidents: incidents, maxIterations: 2)
        return incidents.map { workflow.analyze($0) }.allSatisfy { !$0.causes.isEmpty }
    }

    private func propose(_ view: ClusterView) {
        var intake = UsageIntake(view.index, window: UsageWindow(end: view.now, days: 14))
        for item in Self.usage { intake.take(item) }
        var settings = ScalingSettings()
        settings.prices = PriceList()
        let planner = ScalingPlanner(
            view, intake.book, UsageOrigin(.file), autoscalers: [], settings: settings)
        let keys =
            view.snapshot.deployments.map(\.key) + view.snapshot.statefulSets.map(\.key)
            + view.snapshot.daemonSets.map(\.key)
        #expect(keys.compactMap(planner.proposal).allSatisfy { $0.id.utf8.count == 16 })
    }

    private static let usage = DemoUsage.items(
        until: Timestamp(rfc3339: DemoCluster.capturedAt) ?? Timestamp())

    /// Makes every entry with its row, and looks its key up, which a name may have spoilt.
    private struct IndexReader: IndexVisitor {
        var isWhole = true

        mutating func visit<I: Index>(_ name: IndexName, _ index: I) where I.Entry: TableRow {
            index.each(nil) { entry in
                let found = index[entry.key] ?? entry
                isWhole =
                    isWhole
                    && [entry, found].allSatisfy { $0.cells.count == I.Entry.header.count }
            }
        }
    }

    /// A generator of its own, so that a failure can be run again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) | (state << 31)
        }
    }
}
