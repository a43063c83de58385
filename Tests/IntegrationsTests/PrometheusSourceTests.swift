import ClusterModel
import HTTP
import Integrations
import LoopbackServer
import Scaling
import Testing

/// Against a server that answers as Prometheus does; the real one is in Tests/Cluster.
@Suite("Prometheus", .timeLimit(.minutes(1)))
struct PrometheusSourceTests {
    static let now = Timestamp(rfc3339: "2026-06-01T12:00:00Z") ?? Timestamp()

    private func index() throws -> ClusterIndex {
        let text = """
            {"kind": "Deployment", "apiVersion": "apps/v1",
             "metadata": {"name": "web", "namespace": "shop"}}
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

    private func read(
        _ server: LoopbackServer, days: Int = 2, headers: Headers = [:]
    ) async throws -> (UsageBook, UsageOrigin) {
        var book = UsageBook(try index(), window: UsageWindow(end: Self.now, days: days))
        let client = HTTPClient()
        let source = PrometheusSource(
            base: server.url + "/", headers: headers, namespaces: [("shop", 3)]
        ) { try await client.send($0) }
        let origin = try await source.read(into: &book)
        return (book, origin)
    }

    private static func matrix(_ values: String) -> String {
        """
        {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"namespace":"shop",
        "pod":"web-6c9d7f8b5-f2d6x","container":"app"},"values":[\(values)]}]}}
        """
    }

    @Test("a history is asked for a day at a time, CPU as a rate and memory by its peaks")
    func days() async throws {
        let server = try LoopbackServer { _, _ in .json(Self.matrix("")) }
        defer { server.stop() }
        _ = try await read(server, headers: ["X-Scope-OrgID": "shop"])
        let targets = server.requests.map(\.target)
        // Two parts, of two resources: the quarter of an hour that is running is in the second.
        #expect(targets.count == 4)
        #expect(targets.allSatisfy { $0.hasPrefix("/api/v1/query_range?query=") })
        #expect(targets.count { $0.contains("rate%28container_cpu_usage_seconds_total") } == 2)
        #expect(targets.count { $0.contains("max_over_time%28container_memory_working") } == 2)
        #expect(targets.allSatisfy { $0.contains("&step=300") })
        #expect(server.requests.allSatisfy { $0.headers["x-scope-orgid"] == "shop" })
    }

    @Test("samples of all days are one series, and what is no number is a gap")
    func samples() async throws {
        let end = Self.now.seconds
        let values = "[\(end - 600),\"0.25\"],[\(end - 300),\"NaN\"],[\(end),\"0.5\"]"
        let server = try LoopbackServer { _, _ in .json(Self.matrix(values)) }
        defer { server.stop() }
        let (book, origin) = try await read(server)
        let cpu = try #require(book[ObjectKey(.deployment, "shop", "web"), "app"]?.cpu)
        #expect(cpu.sampleCount == 2 && cpu.highest == 0.5)
        // A rate speaks of the five minutes before it.
        #expect(cpu.last == end - 300)
        #expect(origin == UsageOrigin(.prometheus))
    }

    @Test(
        "what goes wrong is said in one sentence",
        arguments: [
            (
                Script.json(
                    "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}",
                    status: 400), "bad_data: parse error"
            ),
            (Script.answer(503), "answered 503"), (Script.answer(200, [:], "<html>"), "does not"),
            (
                Script.json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\"}}"),
                "does not"
            ),
            (Script.json("[1]"), "does not"), (Script.cut, "cannot read usage from Prometheus"),
        ])
    func errors(script: Script, message: String) async throws {
        let server = try LoopbackServer { _, _ in script }
        defer { server.stop() }
        let error = await #expect(throws: PrometheusError.self) { try await read(server) }
        #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
    }

    @Test("a Prometheus of the cluster is found by its labels, Thanos before it")
    func services() throws {
        func service(_ name: Symbol, _ label: (Symbol, Symbol), _ ports: [(Symbol, Int)]) -> Service
        {
            var service = Service()
            service.metadata.namespace = "monitoring"
            service.metadata.name = name
            service.metadata.labels = StringMap([label])
            service.spec.ports = ports.map { name, number in
                var port = ServicePort()
                port.name = name
                port.port = number
                return port
            }
            return service
        }
        var snapshot = Snapshot()
        #expect(PrometheusService.find(in: snapshot) == nil)
        snapshot.services = [
            service(
                "prom", ("app.kubernetes.io/name", "prometheus"), [("web", 9090), ("reload", 1)])
        ]
        #expect(
            PrometheusService.find(in: snapshot)?.path
                == "/api/v1/namespaces/monitoring/services/prom:9090/proxy")
        snapshot.services.append(
            service("query", ("app.kubernetes.io/component", "query"), [("http", 10902)]))
        #expect(PrometheusService.find(in: snapshot)?.key.name == "query")
    }
}
