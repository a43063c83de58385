import Testing

@Suite("PortMismatch")
struct PortMismatchTests {
    @Test(
        "a port that leads nowhere is named, and only when that is certain",
        arguments: [
            ("PortMismatch/number", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/name", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/two-containers", ["PortMismatch Deployment shop/web high"]),
            ("PortMismatch/name-in-slice", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/sidecar-conflict", ["PortMismatch Deployment shop/web high"]),
            ("PortMismatch/other-protocol", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the port and what the containers declare are named",
        arguments: [
            ("PortMismatch/number", "Service shop/web", "targetPort 9090"),
            ("PortMismatch/name", "Service shop/web", "declares"),
            ("PortMismatch/name-in-slice", "Service shop/web", "1 endpoints without this port"),
            (
                "PortMismatch/sidecar-conflict", "Deployment shop/web",
                "spec.template.spec.initContainers[0].ports[0].containerPort"
            ),
        ])
    func words(fixture: String, resource: String, words: String) throws {
        #expect(try Scene.incident(fixture, on: resource).words.contains(words))
    }
}
