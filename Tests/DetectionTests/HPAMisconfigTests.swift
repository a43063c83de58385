import Detection
import Testing

@Suite("HPAMisconfig")
struct HPAMisconfigTests {
    @Test(
        "an HPA that cannot do its work is an incident, one at rest is none",
        arguments: [
            (
                "HPAMisconfig/target-missing",
                ["HPAMisconfig HorizontalPodAutoscaler shop/web medium"]
            ),
            ("HPAMisconfig/no-request", ["HPAMisconfig HorizontalPodAutoscaler shop/web medium"]),
            ("HPAMisconfig/no-metrics", ["HPAMisconfig HorizontalPodAutoscaler shop/web medium"]),
            ("HPAMisconfig/at-maximum", ["HPAMisconfig HorizontalPodAutoscaler shop/web medium"]),
            ("HPAMisconfig/pods-broken", ["CrashLoopBackOff Deployment shop/web high"]),
            ("HPAMisconfig/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "HPAMisconfig/target-missing", "HorizontalPodAutoscaler shop/web",
                ["Deployment \"wbe\", which does not exist", "did you mean \"web\"?"]
            ),
            (
                "HPAMisconfig/no-request", "HorizontalPodAutoscaler shop/web",
                [
                    "container \"app\" has no cpu request",
                    "spec.template.spec.containers[0].resources.requests.cpu=not set",
                    "averageUtilization=60",
                ]
            ),
            (
                "HPAMisconfig/no-metrics", "HorizontalPodAutoscaler shop/web",
                ["FailedGetResourceMetric", "pods.metrics.k8s.io"]
            ),
            (
                "HPAMisconfig/at-maximum", "HorizontalPodAutoscaler shop/web",
                ["maximum of 2 replicas", "cpu is at 380 %", "the target is 60"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
