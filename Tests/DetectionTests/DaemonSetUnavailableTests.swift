import Detection
import Testing

@Suite("DaemonSetUnavailable")
struct DaemonSetUnavailableTests {
    @Test(
        "pods that nodes lack are an incident, tainted nodes are none",
        arguments: [
            ("DaemonSetUnavailable/creating", ["DaemonSetUnavailable DaemonSet shop/agent high"]),
            ("DaemonSetUnavailable/node-down", ["NodeNotReady Node node-2 critical"]),
            (
                "DaemonSetUnavailable/misplaced",
                ["DaemonSetUnavailable DaemonSet shop/agent medium"]
            ),
            ("DaemonSetUnavailable/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the words that decide are said",
        arguments: [
            (
                "DaemonSetUnavailable/creating", "DaemonSet shop/agent",
                [
                    "unavailable on 1 of 2 nodes",
                    "agent-bbbbb on node node-2 is ContainerCreating", "status.numberAvailable=1",
                ]
            ),
            (
                "DaemonSetUnavailable/misplaced", "DaemonSet shop/agent",
                ["status.numberMisscheduled=1", "has 1 pod on nodes"]
            ),
        ] as [(String, String, [String])])
    func words(fixture: String, resource: String, expected: [String]) throws {
        let words = try Scene.incident(fixture, on: resource).words
        for word in expected { #expect(words.contains(word), "no \(word) in:\n\(words)") }
    }
}
