import Detection
import Testing

@Suite("RolloutStuck")
struct RolloutStuckTests {
    @Test(
        "a rollout that has stopped is an incident, one under way is none",
        arguments: [
            ("RolloutStuck/deadline", ["RolloutStuck Deployment shop/web high"]),
            ("RolloutStuck/inside-deadline", []),
            ("RolloutStuck/crashing", ["CrashLoopBackOff Deployment shop/web high"]),
            ("RolloutStuck/refused", ["RolloutStuck Deployment shop/web high"]),
            (
                "RolloutStuck/service-account",
                ["CreateContainerConfigError ServiceAccount shop/builder high"]
            ),
            ("RolloutStuck/quota", ["QuotaExceeded ResourceQuota shop/compute high"]),
            ("RolloutStuck/paused", ["RolloutStuck Deployment shop/web high"]),
            ("RolloutStuck/unobserved", ["RolloutStuck Deployment shop/web high"]),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "RolloutStuck/deadline", "Deployment shop/web",
                [
                    "deadline of 600 s", "1 of 2 replicas are updated",
                    "status.conditions[1].reason=ProgressDeadlineExceeded",
                    "ReplicaSet \"web-7c5ddbdf54\" has timed out",
                ]
            ),
            (
                "RolloutStuck/refused", "Deployment shop/web",
                [
                    "0 of 2 pods", "images must be signed",
                    "status.conditions[1].reason=FailedCreate",
                ]
            ),
            ("RolloutStuck/paused", "Deployment shop/web", ["spec.paused=true", "0 of 2 pods"]),
            (
                "RolloutStuck/unobserved", "Deployment shop/web",
                ["generation 3", "status.observedGeneration=2"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
