import Testing

@Suite("ProbeFailure")
struct ProbeFailureTests {
    @Test(
        "a container that does not pass its probes is an incident once its time is over",
        arguments: [
            (
                "ProbeFailure/unready",
                ["ProbeFailure Pod shop/silent high", "ProbeFailure Pod shop/wrong-port high"]
            ),
            ("ProbeFailure/one-of-two", ["ProbeFailure Deployment shop/web medium"]),
            (
                "ProbeFailure/killed",
                ["ProbeFailure Pod shop/starting high", "ProbeFailure Pod shop/lively medium"]
            ),
            ("ProbeFailure/gates", ["ProbeFailure Pod shop/gated high"]),
            ("ProbeFailure/well", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it names the probe, what it asks and the answer",
        arguments: [
            ("unready", "Pod shop/silent", "has not been ready for 30m"),
            ("unready", "Pod shop/silent", "readiness probe (GET :http/ready) fails"),
            ("unready", "Pod shop/silent", "statuscode: 503"),
            (
                "unready", "Pod shop/wrong-port",
                "port 8081 is not among the ports the container declares (8080)"
            ),
            ("killed", "Pod shop/lively", "killed and restarted because its liveness probe"),
            ("killed", "Pod shop/starting", "startup probe (GET :http/started) fails"),
            ("gates", "Pod shop/gated", "readiness gate target-health.example.com/web is not open"),
            ("gates", "Pod shop/gated", "spec.readinessGates[0].conditionType"),
        ])
    func words(fixture: String, resource: String, expected: String) throws {
        let incident = try Scene.incident("ProbeFailure/\(fixture)", on: resource)
        #expect(incident.words.contains(expected))
    }
}
