import Detection
import Testing

@Suite("ResourceMisconfig")
struct ResourceMisconfigTests {
    private static let low: DetectionSettings = {
        var settings = DetectionSettings()
        settings.level = .low
        return settings
    }()

    @Test(
        "a template without resources is one incident, for those who ask for advice",
        arguments: [
            (
                "ResourceMisconfig/careless",
                [
                    "ResourceMisconfig Deployment shop/web low",
                    "ResourceMisconfig Pod shop/alone low",
                ]
            ),
            ("ResourceMisconfig/pods-only", ["ResourceMisconfig ReplicaSet shop/web-7f6d low"]),
            ("ResourceMisconfig/careful", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture, Self.low) == expected)
        #expect(try Scene.incidents(fixture) == [])
    }

    @Test(
        "it names each field to be set",
        arguments: [
            (
                "Deployment shop/web",
                "spec.template.spec.containers[0].resources.limits.memory=not set"
            ),
            ("Deployment shop/web", "container \"web\" has no cpu request, no memory request"),
            ("Deployment shop/web", "image=nginx image without a tag"),
            ("Deployment shop/web", "container \"log\" has no memory limit, image tag latest"),
            ("Pod shop/alone", "memory limit 32Mi below the request of 64Mi"),
        ])
    func words(resource: String, expected: String) throws {
        let incident = try Scene.incident("ResourceMisconfig/careless", on: resource, Self.low)
        #expect(incident.words.contains(expected))
    }
}
