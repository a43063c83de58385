import Detection
import Testing

@Suite("SelectorMismatch")
struct SelectorMismatchTests {
    @Test(
        "a near miss of a policy's selector is advice",
        arguments: [
            ("SelectorMismatch/policy", ["SelectorMismatch NetworkPolicy shop/web low"]),
            (
                "SelectorMismatch/spread",
                [
                    "SelectorMismatch Deployment shop/web low",
                    "SelectorMismatch Deployment shop/web low",
                ]
            ),
            ("SelectorMismatch/far", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        var settings = DetectionSettings()
        settings.level = .low
        settings.disabledRules = ["ResourceMisconfig"]
        #expect(try Scene.incidents(fixture, settings) == expected)
    }
}
