import Testing

@Suite("PortMismatch")
struct PortMismatchTests {
    @Test(
        "a port that leads nowhere is named, and only when that is certain",
        arguments: [
            ("PortMismatch/number", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/name", ["PortMismatch Service shop/web high"]),
            ("PortMismatch/two-containers", ["PortMismatch Deployment shop/web high"]),
            ("PortMismatch/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
