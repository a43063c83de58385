import ClusterModel
import StructuredData
import Telemetry
import Testing

@Suite struct MetricSetTests {
    @Test func `runs add to counters and histograms and replace gauges`() {
        var all = MetricSet()
        for seconds in [0.2, 20] {
            var run = MetricSet()
            run.add(2, to: .runs, "scan", "clean")
            run.set(.runDuration, "scan", to: seconds)
            run.observe(seconds, in: .analysisDuration, "rca_agent")
            all.merge(run)
        }
        #expect(all.value("aegis_runs_total") == 4)
        #expect(all.value("aegis_run_duration_seconds") == 20)
        let duration = all.families["aegis_incident_analysis_duration_seconds"]?.series.first
        #expect(duration?.count == 2)
        #expect(duration?.value == 20.2)
    }

    @Test func `a gauge that is replaced loses the series of earlier runs`() {
        var first = MetricSet()
        first.set(.incidents, "high", "OOMKilled", "shop", to: 3)
        var second = MetricSet()
        second.replace(.incidents)
        second.set(.incidents, "low", "OrphanedConfig", "blog", to: 1)
        first.merge(second)
        #expect(first.families["aegis_incidents"]?.series.map(\.value) == [1])
        var third = MetricSet()
        third.replace(.incidents)
        first.merge(third)
        #expect(first.families["aegis_incidents"]?.series.isEmpty == true)
    }

    @Test(arguments: [-1, .nan, .infinity])
    func `what is no count does not move a counter`(amount: Double) {
        var metrics = MetricSet()
        metrics.add(5, to: .runs, "scan", "clean")
        metrics.add(amount, to: .runs, "scan", "clean")
        #expect(metrics.value("aegis_runs_total") == 5)
    }

    @Test func `series over the limit count as other, and that is said`() throws {
        var all = MetricSet()
        for half in 0..<2 {
            var run = MetricSet()
            for number in 0..<600 {
                run.add(to: .incidentsDetected, "high", "Pod", "ns-\(half * 600 + number)")
            }
            all.merge(run)
        }
        let series = try #require(all.families["aegis_incidents_detected_total"]?.series)
        #expect(series.count == MetricSet.seriesLimit + 1)
        #expect(series.map(\.value).reduce(0, +) == 1200)
        let labels = ["severity": "other", "resource_type": "other", "namespace": "other"]
        #expect(series.first { $0.labels == labels }?.value == 200)
        #expect(all.value("aegis_metric_series_capped_total") == 200)
    }

    @Test func `the state document reads back as it was written`() throws {
        var state = MetricState()
        state.cluster = "prod"
        state.metrics.add(7, to: .incidentsDetected, "high", "Pod", "a\"\n\u{e9}")
        state.metrics.set(.lastRun, "scan", to: 1_795_000_000)
        state.metrics.observe(3, in: .shadowVerificationDuration)
        var writer = DocumentWriter(format: .json)
        state.write(to: &writer)
        let bytes = writer.takeOutput()
        let back = try readDocument(bytes, source: "metrics.json") { reader in
            var state = MetricState()
            try state.read(from: &reader)
            return state
        }
        #expect(back == state)
    }

    @Test(arguments: [
        (#"{"name":"a","type":"counter","series":[{"value":-1}]}"#, "counts -1.0"),
        (#"{"name":"a","type":"sum"}"#, "has no known type"),
        (#"{"name":"1a","type":"gauge"}"#, "has no valid name"),
        (#"{"name":"a","type":"gauge","series":[{"labels":{"a-b":"c"}}]}"#, "has a label of no"),
        (#"{"name":"a","type":"histogram","bounds":[2,1]}"#, "has bounds out of order"),
        (
            #"{"name":"a","type":"histogram","bounds":[1],"series":[{"buckets":[1]}]}"#,
            "has buckets that do not fit"
        ),
    ])
    func `a state no run can have written is refused`(family: String, fault: String) {
        let bytes = Array(#"{"families":[\#(family)]}"#.utf8)
        let error = #expect(throws: DataError.self) {
            try readDocument(bytes, source: "metrics.json") { reader in
                var state = MetricState()
                try state.read(from: &reader)
            }
        }
        #expect(error.map { "\($0)".contains(fault) } == true)
    }

    @Test func `a family of a newer version is kept and printed`() throws {
        let text =
            #"{"families":[{"name":"aegis_new","type":"gauge","help":"New.","#
            + #""series":[{"labels":{"x":"y"},"value":2}]}]}"#
        let state = try readDocument(Array(text.utf8), source: "metrics.json") { reader in
            var state = MetricState()
            try state.read(from: &reader)
            return state
        }
        #expect(
            Exposition.text.write(state.metrics)
                == "# HELP aegis_new New.\n# TYPE aegis_new gauge\naegis_new{x=\"y\"} 2\n")
    }
}

extension MetricSet {
    /// The sum of a family's series.
    fileprivate func value(_ name: String) -> Double? {
        families[name]?.series.map(\.value).reduce(0, +)
    }
}
