import Testing

@Suite("NodePressure")
struct NodePressureTests {
    @Test(
        "a node in need is named, unless its own words are stale",
        arguments: [
            ("NodePressure/memory", ["NodePressure Node node-1 high"]),
            ("NodePressure/stale", ["NodeNotReady Node node-1 critical"]),
            ("NodePressure/cordoned", ["NodePressure Node node-2 medium"]),
            ("NodePressure/cordoned-idle", []),
            (
                "NodePressure/evicting",
                ["NodePressure Node node-1 high", "CrashLoopBackOff Pod shop/web high"]
            ),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
