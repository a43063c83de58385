import ClusterModel
import Testing

@testable import Shadow

struct ComparisonTests {
    static let start = Timestamp(seconds: 1_700_000_000)

    /// A Deployment with one pod in a shadow namespace.
    private func look(
        _ second: Int, ready: Bool = true, restarts: Int = 0, waiting: String? = nil
    ) throws -> Observation {
        let state: JSONValue =
            waiting.map { ["waiting": ["reason": .string($0), "message": "no"]] }
            ?? ["running": ["startedAt": .string(Self.start.rfc3339)]]
        let count: JSONValue = ready ? 1 : 0
        let deployment: JSONValue = [
            "metadata": ["name": "web", "namespace": "s", "generation": 1],
            "spec": ["replicas": 1, "selector": ["matchLabels": ["a": "b"]]],
            "status": [
                "observedGeneration": 1, "replicas": 1, "updatedReplicas": 1,
                "readyReplicas": count, "availableReplicas": count,
            ],
        ]
        let pod: JSONValue = [
            "metadata": ["name": "web-1", "namespace": "s", "labels": ["a": "b"]],
            "spec": ["containers": [["name": "app", "image": "x:1"]]],
            "status": [
                "phase": .string(ready ? "Running" : "Pending"),
                "containerStatuses": [
                    [
                        "name": "app", "image": "x:1", "ready": .bool(ready), "state": state,
                        "restartCount": .int(Int64(restarts)),
                    ]
                ],
            ],
        ]
        return try Observation(
            [.deployment: [deployment], .pod: [pod]], [ObjectKey(.deployment, "s", "web")],
            in: "s", now: Self.start.adding(seconds: second))
    }

    private func failed(_ comparison: Comparison) -> [String] {
        comparison.checks(after: 60).filter { $0.status == .failed }.map(\.name)
    }

    @Test func `a copy passes that stays well`() throws {
        var comparison = Comparison(try look(0), control: try look(0), settle: 5)
        #expect(!comparison.isDecided)
        comparison.take(try look(6), control: try look(6))
        #expect(comparison.isDecided)
        #expect(Verdict(comparison.checks(after: 6)) == .passed)
    }

    @Test func `a restart begins the wait anew`() throws {
        var comparison = Comparison(try look(0), control: try look(0), settle: 5)
        comparison.take(try look(6, restarts: 1), control: try look(6))
        #expect(!comparison.isDecided)
        #expect(failed(comparison).contains("restarts"))
    }

    @Test func `trouble that lasts is decided early while the control is well`() throws {
        let bad = { try look($0, ready: false, waiting: "ImagePullBackOff") }
        var comparison = Comparison(try bad(0), control: try look(0), settle: 5)
        comparison.take(try bad(6), control: try look(6))
        #expect(comparison.isDecided)
        #expect(failed(comparison) == ["roll-out", "ImagePullBackOff"])
    }

    @Test func `what ails both is not blamed on the change`() throws {
        let bad = { try look($0, ready: false, waiting: "ImagePullBackOff") }
        var comparison = Comparison(try bad(0), control: try bad(0), settle: 5)
        comparison.take(try bad(6), control: try bad(6))
        #expect(!comparison.isDecided)
        #expect(Verdict(comparison.checks(after: 60)) == .inconclusive)
    }

    @Test func `a change may mend what ails production`() throws {
        let bad = { try look($0, ready: false, waiting: "ImagePullBackOff") }
        var comparison = Comparison(try look(0), control: try bad(0), settle: 5)
        comparison.take(try look(6), control: try bad(6))
        #expect(comparison.isDecided)
        let checks = comparison.checks(after: 6)
        #expect(Verdict(checks) == .passed)
        #expect(checks.contains { $0.name == "control" && $0.message.contains("mends") })
    }
}
