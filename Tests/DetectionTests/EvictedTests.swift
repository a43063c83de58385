import Testing

@Suite("Evicted")
struct EvictedTests {
    @Test(
        "evictions are one incident for a node and what it was short of",
        arguments: [
            ("Evicted/pressure", ["Evicted Node node-1 medium", "Evicted Node node-2 medium"]),
            (
                "Evicted/own-limit",
                ["Evicted Pod shop/scratch medium", "Evicted Pod shop/writer medium"]
            ),
            (
                "Evicted/beside-trouble",
                ["ProbeFailure Pod shop/silent high", "Evicted Node node-1 medium"]
            ),
            ("Evicted/past", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "it names what ran short or was exceeded",
        arguments: [
            ("pressure", "Node node-1", "the node was short of memory"),
            ("pressure", "Node node-2", "the node was short of ephemeral-storage"),
            ("own-limit", "Pod shop/scratch", "over its own limit of emptyDir"),
            ("own-limit", "Pod shop/writer", "over its own limit of ephemeral-storage"),
        ])
    func words(fixture: String, resource: String, expected: String) throws {
        let incident = try Scene.incident("Evicted/\(fixture)", on: resource)
        #expect(incident.words.contains(expected))
    }
}
