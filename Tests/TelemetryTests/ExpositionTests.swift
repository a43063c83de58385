import Telemetry
import Testing

@Suite struct ExpositionTests {
    private var metrics: MetricSet {
        var metrics = MetricSet()
        metrics.add(3, to: .incidentsDetected, "high", "Pod", "shop")
        metrics.add(to: .incidentsDetected, "critical", "Node", "")
        metrics.set(.runDuration, "scan", to: 0.25)
        for seconds in [0.004, 0.1, 7, 400] {
            metrics.observe(seconds, in: .shadowVerificationDuration)
        }
        return metrics
    }

    @Test func `the text format has families by name and buckets that add up`() {
        #expect(
            Exposition.text.write(metrics) == """
                # HELP aegis_incidents_detected_total Incidents found, counted once in each run that found them.
                # TYPE aegis_incidents_detected_total counter
                aegis_incidents_detected_total{namespace="",resource_type="Node",severity="critical"} 1
                aegis_incidents_detected_total{namespace="shop",resource_type="Pod",severity="high"} 3
                # HELP aegis_run_duration_seconds How long the last run took.
                # TYPE aegis_run_duration_seconds gauge
                aegis_run_duration_seconds{command="scan"} 0.25
                # HELP aegis_shadow_verification_duration_seconds How long shadow tests took.
                # TYPE aegis_shadow_verification_duration_seconds histogram
                aegis_shadow_verification_duration_seconds_bucket{le="0.001"} 0
                aegis_shadow_verification_duration_seconds_bucket{le="0.005"} 1
                aegis_shadow_verification_duration_seconds_bucket{le="0.025"} 1
                aegis_shadow_verification_duration_seconds_bucket{le="0.1"} 2
                aegis_shadow_verification_duration_seconds_bucket{le="0.5"} 2
                aegis_shadow_verification_duration_seconds_bucket{le="1"} 2
                aegis_shadow_verification_duration_seconds_bucket{le="2.5"} 2
                aegis_shadow_verification_duration_seconds_bucket{le="5"} 2
                aegis_shadow_verification_duration_seconds_bucket{le="10"} 3
                aegis_shadow_verification_duration_seconds_bucket{le="30"} 3
                aegis_shadow_verification_duration_seconds_bucket{le="60"} 3
                aegis_shadow_verification_duration_seconds_bucket{le="120"} 3
                aegis_shadow_verification_duration_seconds_bucket{le="300"} 3
                aegis_shadow_verification_duration_seconds_bucket{le="+Inf"} 4
                aegis_shadow_verification_duration_seconds_sum 407.104
                aegis_shadow_verification_duration_seconds_count 4

                """)
    }

    @Test func `OpenMetrics names counters without total, has units and ends with EOF`() {
        var metrics = MetricSet()
        metrics.add(2, to: .runs, "scan", "clean")
        metrics.set(.runDuration, "scan", to: 2)
        #expect(
            Exposition.openMetrics.write(metrics) == """
                # HELP aegis_run_duration_seconds How long the last run took.
                # TYPE aegis_run_duration_seconds gauge
                # UNIT aegis_run_duration_seconds seconds
                aegis_run_duration_seconds{command="scan"} 2
                # HELP aegis_runs Runs, by subcommand and what they ended with.
                # TYPE aegis_runs counter
                aegis_runs_total{command="scan",status="clean"} 2
                # EOF

                """)
    }

    @Test func `what a label may hold is escaped`() {
        var metrics = MetricSet()
        metrics.set(.probe, "a\"b\\c\nd\u{e9}", to: 1)
        #expect(
            Exposition.text.write(metrics).hasSuffix(
                #"aegis_probe{name="a\"b\\c\nd\#u{e9}"} 1"# + "\n"))
    }

    @Test(arguments: [
        (1e15, "1000000000000000"), (1e20, "1e+20"), (-3, "-3"), (0.5, "0.5"), (.infinity, "+Inf"),
        (-.infinity, "-Inf"),
        (.nan, "NaN"), (123_456_789, "123456789"),
    ])
    func `numbers are written as Prometheus reads them`(value: Double, text: String) {
        var metrics = MetricSet()
        metrics.set(.probe, "x", to: value)
        #expect(Exposition.text.write(metrics).hasSuffix("aegis_probe{name=\"x\"} \(text)\n"))
    }
}
