import ClusterModel
import Scaling
import StructuredData
import Testing

@Suite("The usage book")
struct UsageBookTests {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    static func index() throws -> ClusterIndex {
        let text = """
            {"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": "web", "namespace": "shop"}}
            {"kind": "StatefulSet", "apiVersion": "apps/v1", "metadata": {"name": "db", "namespace": "shop"}}
            {"kind": "DaemonSet", "apiVersion": "apps/v1", "metadata": {"name": "agent", "namespace": "shop"}}
            {"kind": "ReplicaSet", "apiVersion": "apps/v1", "metadata": {"name": "odd", "namespace": "shop",
              "ownerReferences": [{"kind": "Deployment", "name": "web", "controller": true}]}}
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "odd-name", "namespace": "shop",
              "ownerReferences": [{"kind": "ReplicaSet", "name": "odd", "controller": true}]}}
            {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "alone", "namespace": "shop"}}
            """
        var dump = DumpReader(filter: ObjectFilter())
        var rest = Array(text.utf8)[...]
        try dump.read(source: "cluster") { buffer in
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
        return ClusterIndex(dump.finish())
    }

    static func book() throws -> UsageBook {
        UsageBook(try index(), window: UsageWindow(end: now, days: 14))
    }

    static func series(
        _ pod: Symbol, _ values: [Float], resource: MeasuredResource = .cpu, hoursAgo: Int64 = 24,
        step: Int64 = 3600
    ) throws -> UsageSeries {
        try #require(
            UsageSeries(
                namespace: "shop", owner: .pod(pod), container: "app", resource: resource,
                start: now.seconds - hoursAgo * 3600, step: step, values: values))
    }

    @Test(
        "pods of past roll-outs belong to their workload by name",
        arguments: [
            ("web-6c9d7f8b5-f2d6x", "Deployment shop/web"), ("odd-name", "Deployment shop/web"),
            ("db-0", "StatefulSet shop/db"), ("agent-f2d6x", "DaemonSet shop/agent"),
            ("alone", nil), ("web-6c9d7f8b5-abcde", nil), ("db-x", nil),
            ("gone-6c9d7f8b5-f2d6x", nil),
            ("web", nil), ("-", nil), ("", nil),
        ] as [(String, String?)])
    func owners(pod: String, expected: String?) throws {
        var book = try Self.book()
        book.take(try Self.series(Symbol(pod), [0.1]))
        #expect(book.entries.keys.first?.workload.description == expected)
        #expect(book.strangers == (expected == nil ? 1 : 0))
    }

    @Test("pods side by side are summed, their peaks kept, and the highest percentile taken")
    func sums() throws {
        var book = try Self.book()
        book.take(try Self.series("web-6c9d7f8b5-f2d6x", [0.2, 0.4]))
        book.take(try Self.series("web-6c9d7f8b5-g2d6x", [0.1, .nan, 0.3]))
        let cpu = try #require(book[ObjectKey(.deployment, "shop", "web"), "app"]?.cpu)
        let first = Int((Self.now.seconds - 24 * 3600 - cpu.grid.start) / UsageGrid.cell)
        // An hourly sample fills four cells of a quarter.
        #expect(cpu.grid.peak[first...(first + 3)].allSatisfy { $0 == 0.2 })
        #expect(isClose(cpu.grid.demand(first), 0.3))
        #expect(isClose(cpu.grid.demand(first + 4), 0.4))
        #expect(isClose(cpu.grid.demand(first + 8), 0.3))
        #expect(cpu.grid.demand(first + 12) == nil && cpu.grid.demand(first - 1) == nil)
        #expect(cpu.sampleCount == 4 && cpu.podCount == 2)
        // 0.2 + 0.95·0.2 between the two ranks.
        #expect(isClose(cpu.highestPercentile, 0.39))
        #expect(isClose(cpu.highest, 0.4))
    }

    @Test("samples of less than a quarter are averaged, and their peak is kept")
    func fine() throws {
        var book = try Self.book()
        book.take(try Self.series("db-0", [0.3, 0.6, 0.9], step: 300))
        let cpu = try #require(book[ObjectKey(.statefulSet, "shop", "db"), "app"]?.cpu)
        let cell = Int((Self.now.seconds - 24 * 3600 - cpu.grid.start) / UsageGrid.cell)
        #expect(isClose(cpu.grid.demand(cell), 0.6))
        #expect(cpu.grid.peak[cell] == 0.9)
    }

    @Test("what lies outside the window or is no number does not count")
    func outside() throws {
        var book = try Self.book()
        book.take(try Self.series("db-0", [1, 2], hoursAgo: 24 * 40))
        book.take(try Self.series("db-0", [3, 4], hoursAgo: -24))
        book.take(try Self.series("db-0", [.nan, -1, .infinity]))
        #expect(book[ObjectKey(.statefulSet, "shop", "db"), "app"]?.cpu == nil)
    }

    @Test("a series that no clock has is refused")
    func impossible() {
        for (start, step) in [(Int64.max, 60), (-1, 60), (0, 0), (0, Int64.max)] as [(Int64, Int64)]
        {
            let series = UsageSeries(
                namespace: "a", owner: .pod("b"), container: "c", resource: .cpu, start: start,
                step: step, values: [1])
            #expect(series == nil)
        }
    }

    @Test("the order in which series come changes no size")
    func order() throws {
        let all = try (0..<20).map { i in
            try Self.series(
                Symbol("web-6c9d7f8b5-g2d\(["b", "c", "d", "f", "g"][i % 5])x"),
                (0..<24).map { Float((i * 7 + $0 * 3) % 11) / 10 })
        }
        var (forth, back) = (try Self.book(), try Self.book())
        for one in all { forth.take(one) }
        for one in all.reversed() { back.take(one) }
        let key = ObjectKey(.deployment, "shop", "web")
        #expect(
            forth[key, "app"]?.cpu?.highestPercentile == back[key, "app"]?.cpu?.highestPercentile)
        #expect(
            forth[key, "app"]?.cpu?.histogram.percentile(0.9)
                == back[key, "app"]?.cpu?.histogram.percentile(0.9))
    }

    private func isClose(_ a: Double?, _ b: Double) -> Bool {
        a.map { abs($0 - b) < 1e-6 } ?? false
    }
}
