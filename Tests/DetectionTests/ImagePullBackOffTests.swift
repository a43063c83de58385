import Detection
import Testing

@Suite("ImagePullBackOff")
struct ImagePullBackOffTests {
    @Test(
        "an image that cannot be pulled is an incident, one that is being pulled is none",
        arguments: [
            (
                "ImagePullBackOff/causes",
                [
                    "denied", "hidden", "limited", "missing", "never", "other-platform", "slow",
                    "unresolved", "untrusted",
                ].map { "ImagePullBackOff Pod shop/\($0) high" }
            ),
            ("ImagePullBackOff/told-by-event", ["ImagePullBackOff Pod shop/web high"]),
            ("ImagePullBackOff/pulling", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it tells why",
        arguments: [
            ("denied", "unauthorised"), ("hidden", "unauthorised"), ("limited", "rate-limited"),
            ("missing", "is not found in the registry"), ("never", "imagePullPolicy Never"),
            ("other-platform", "not built for the node's platform"), ("slow", "in time"),
            ("unresolved", "does not resolve (DNS)"), ("untrusted", "certificate is not trusted"),
        ])
    func cause(pod: String, expected: String) throws {
        let incident = try Scene.incident("ImagePullBackOff/causes", on: "Pod shop/\(pod)")
        #expect(incident.title.contains(expected))
    }

    @Test("where the waiting state does not tell why, the newest event that does counts")
    func event() throws {
        let words = try Scene.incident("ImagePullBackOff/told-by-event", on: "Pod shop/web").words
        #expect(words.contains("unauthorised"))
        #expect(words.contains("events[reason=Failed].message=Failed to pull image"))
        #expect(words.contains("imagePullSecrets name \"registry-login\", which does not exist"))
        #expect(words.contains("spec.imagePullSecrets[0].name=registry-login"))
    }
}
