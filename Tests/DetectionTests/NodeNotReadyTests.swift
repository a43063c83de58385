import Detection
import Testing

@Suite("NodeNotReady")
struct NodeNotReadyTests {
    @Test(
        "a node that is not ready takes with it what depends on it",
        arguments: [
            ("NodeNotReady/silent", ["NodeNotReady Node node-1 critical"]),
            ("NodeNotReady/joining", []),
            ("NodeNotReady/leaving", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the decisive words are in the message",
        arguments: [
            ("NodeNotReady/silent", "Its last heartbeat was 20m ago")
        ])
    func words(fixture: String, words: String) throws {
        let incidents = Detection.incidents(in: try Scene.view(fixture))
        #expect(incidents.contains { $0.message.contains(words) }, "\(incidents.map(\.message))")
    }
}
