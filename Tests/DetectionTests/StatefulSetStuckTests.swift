import Detection
import Testing

@Suite("StatefulSetStuck")
struct StatefulSetStuckTests {
    @Test(
        "the first broken ordinal and the missing Service are named",
        arguments: [
            ("StatefulSetStuck/first-pod", ["StatefulSetStuck StatefulSet shop/db high"]),
            ("StatefulSetStuck/update-blocked", ["StatefulSetStuck StatefulSet shop/db high"]),
            ("StatefulSetStuck/crashing", ["CrashLoopBackOff StatefulSet shop/db high"]),
            ("StatefulSetStuck/without-service", ["StatefulSetStuck StatefulSet shop/db high"]),
            ("StatefulSetStuck/refused", ["StatefulSetStuck StatefulSet shop/db high"]),
            ("StatefulSetStuck/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "StatefulSetStuck/first-pod", "StatefulSet shop/db",
                ["0 of 2 replicas ready", "db-0 (ContainerCreating)"]
            ),
            (
                "StatefulSetStuck/update-blocked", "StatefulSet shop/db",
                ["the rolling update is blocked at db-2", "status.updateRevision=db-7d9f"]
            ),
            (
                "StatefulSetStuck/without-service", "StatefulSet shop/db",
                ["spec.serviceName=db-headles", "did you mean \"db-headless\"?"]
            ),
            (
                "StatefulSetStuck/refused", "StatefulSet shop/db",
                ["db-1 (missing)", "images must be signed"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
