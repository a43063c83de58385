import Detection
import Testing

@Suite("PDBBlocking")
struct PDBBlockingTests {
    @Test(
        "a budget that blocks, protects nothing or overlaps is an incident",
        arguments: [
            ("PDBBlocking/allows-nothing", ["PDBBlocking PodDisruptionBudget shop/web medium"]),
            ("PDBBlocking/selects-nothing", ["PDBBlocking PodDisruptionBudget shop/web medium"]),
            ("PDBBlocking/overlap", ["PDBBlocking PodDisruptionBudget shop/all medium"]),
            ("PDBBlocking/sync-failed", ["PDBBlocking PodDisruptionBudget shop/web medium"]),
            ("PDBBlocking/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "PDBBlocking/allows-nothing", "PodDisruptionBudget shop/web",
                ["minAvailable 2 wants 2 of 2 to stay", "status.disruptionsAllowed=0"]
            ),
            (
                "PDBBlocking/selects-nothing", "PodDisruptionBudget shop/web",
                ["app=wb", "Deployment shop/web has app=web"]
            ),
            (
                "PDBBlocking/overlap", "PodDisruptionBudget shop/all",
                ["\"all\", \"web\"", "select 2 pods"]
            ),
            (
                "PDBBlocking/sync-failed", "PodDisruptionBudget shop/web",
                ["found no controllers for pod \"web\""]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
