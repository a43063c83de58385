import ClusterModel
import KubeClient
import LoopbackServer
import Testing

@testable import Shadow

@Suite(.timeLimit(.minutes(1)))
struct RemovalTests {
    private func removal(_ server: LoopbackServer) -> Removal {
        let time = instantTime()
        return Removal(LiveObjects(client(of: server, time), ServedAPI()), time: time)
    }

    @Test func `only what carries the label is removed`() async throws {
        let names = ServedNamespaces([
            "aegis-shadow-1": "shadow-test", "aegis-shadow-2": "somebody",
        ])
        let server = try LoopbackServer { request, _ in names.answer(request) }
        defer { server.stop() }
        try await removal(server).remove(["aegis-shadow-1", "aegis-shadow-2", "aegis-shadow-3"])
        #expect(names.left == ["aegis-shadow-2"])
    }

    @Test func `a connection that is lost for a while keeps nothing alive`() async throws {
        let names = ServedNamespaces(["aegis-shadow-1": "shadow-test"])
        let server = try LoopbackServer { request, index in
            index < 9 ? Script([.cut]) : names.answer(request)
        }
        defer { server.stop() }
        try await removal(server).remove(["aegis-shadow-1"])
        #expect(names.left == [])
    }

    @Test func `what does not end is told`() async throws {
        let server = try LoopbackServer { _, _ in
            .json(
                #"{"metadata":{"name":"a","deletionTimestamp":"2026-01-01T00:00:00Z","#
                    + #""labels":{"aegis.io/owner":"shadow-test"}}}"#)
        }
        defer { server.stop() }
        let error = await #expect(throws: KubeError.self) {
            try await removal(server).remove(["a"])
        }
        #expect(error?.message == "a still ends after 90 s")
    }

    @Test(arguments: [
        ("2026-01-01T00:00:00Z", "r1", true), ("2030-01-01T00:00:00Z", "r1", false),
        ("2030-01-01T00:00:00Z", "dead", true), ("", "r1", true), ("soon", "r1", true),
    ])
    func `nobody needs what has expired or whose run is dead`(
        expiry: String, run: String, isLeft: Bool
    ) {
        let entry = Inventory.Entry([
            "metadata": [
                "name": "n", "labels": [ShadowLabels.run: .string(run)],
                "annotations": [ShadowLabels.expiresAt: .string(expiry)],
            ]
        ])
        let now = Timestamp(seconds: 1_800_000_000)
        #expect(entry.isLeft(now: now, dead: ["dead"]) == isLeft)
    }
}
