import Testing

@Suite("OOMKilled")
struct OOMKilledTests {
    @Test(
        "an OOM kill is one incident on its workload, and only while it matters",
        arguments: [
            ("OOMKilled/crashing", ["OOMKilled Deployment shop/cart high"]),
            ("OOMKilled/recovered-long-ago", []),
            ("OOMKilled/healthy", []),
        ])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
