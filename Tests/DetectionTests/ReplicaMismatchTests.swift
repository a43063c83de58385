import Detection
import Testing

@Suite("ReplicaMismatch")
struct ReplicaMismatchTests {
    @Test(
        "missing replicas count once they have been missing for long, zero where traffic is expected",
        arguments: [
            ("ReplicaMismatch/none-available", ["ReplicaMismatch Deployment shop/web high"]),
            ("ReplicaMismatch/one-missing", ["ReplicaMismatch Deployment shop/web medium"]),
            ("ReplicaMismatch/replica-set", ["ReplicaMismatch ReplicaSet shop/web medium"]),
            ("ReplicaMismatch/exceptions", []),
            ("ReplicaMismatch/scaled-to-zero", ["ReplicaMismatch Deployment shop/web high"]),
            ("ReplicaMismatch/workloads-only", ["ReplicaMismatch Deployment shop/web high"]),
            (
                "ReplicaMismatch/expected-by-scaler",
                [
                    "ReplicaMismatch Deployment shop/web high",
                    "ReplicaMismatch StatefulSet shop/db high",
                ]
            ),
            ("ReplicaMismatch/zero-exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "ReplicaMismatch/none-available", "Deployment shop/web",
                ["wants 2 replicas", "20m", "does not have minimum availability"]
            ),
            (
                "ReplicaMismatch/one-missing", "Deployment shop/web",
                ["only 2 of 3 replicas are available", "status.availableReplicas=2"]
            ),
            (
                "ReplicaMismatch/scaled-to-zero", "Deployment shop/web",
                [
                    "scaled to 0 replicas", "Service \"web\"", "Ingress \"shop\"",
                    "spec.rules[0].http.paths[0].backend.service.name=web", "spec.selector=app=web",
                ]
            ),
            (
                "ReplicaMismatch/expected-by-scaler", "Deployment shop/web",
                ["HorizontalPodAutoscaler \"web\"", "nothing scales it up from 0"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
