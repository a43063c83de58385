import Detection
import Testing

@Suite("OrphanedConfig")
struct OrphanedConfigTests {
    @Test(
        "what nothing refers to is named, once everything that could was read",
        arguments: [
            (
                "OrphanedConfig/unused",
                [
                    "OrphanedConfig ConfigMap shop/web-settings low",
                    "OrphanedConfig Secret shop/web-password low",
                ]
            ),
            ("OrphanedConfig/unknown", []),
            ("OrphanedConfig/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture, settings) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "OrphanedConfig/unused", "ConfigMap shop/web-settings",
                ["no pod, workload, ServiceAccount or Ingress"]
            )
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource, settings).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }

    private let settings: DetectionSettings = {
        var settings = DetectionSettings()
        settings.level = .low
        return settings
    }()
}
