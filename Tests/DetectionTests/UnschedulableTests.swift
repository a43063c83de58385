import Detection
import Testing

@Suite("Unschedulable")
struct UnschedulableTests {
    @Test(
        "a pod that fits nowhere is named once, and not when it waits for something else",
        arguments: [
            ("Unschedulable/cpu", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/init-container", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/taint", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/selector", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/anti-affinity", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/no-nodes-read", ["Unschedulable Pod shop/web high"]),
            ("Unschedulable/gated", []),
            ("Unschedulable/waits-for-claim", ["PVCPending StorageClass fast-sdd high"]),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the decisive words are in the message",
        arguments: [
            ("Unschedulable/cpu", "0/2 nodes: 2 lack cpu (needs 4, most free 3)"),
            ("Unschedulable/cpu", "it would fit node-1 with a cpu request of at most 3"),
            ("Unschedulable/init-container", "2 lack cpu (needs 6, most free 4)"),
            (
                "Unschedulable/taint",
                "1 has taint dedicated=gpu:NoSchedule; a toleration for dedicated=gpu:NoSchedule"
            ),
            ("Unschedulable/selector", "nodes have disk=hdd"),
            (
                "Unschedulable/anti-affinity",
                "1 has a pod to keep apart from by kubernetes.io/hostname"
            ),
            ("Unschedulable/no-nodes-read", "0/2 nodes are available: 2 Insufficient cpu."),
        ])
    func words(fixture: String, words: String) throws {
        let incidents = Detection.incidents(in: try Scene.view(fixture))
        #expect(incidents.contains { $0.message.contains(words) }, "\(incidents.map(\.message))")
    }
}
