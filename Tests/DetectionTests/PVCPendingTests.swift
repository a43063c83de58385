import Detection
import Testing

@Suite("PVCPending")
struct PVCPendingTests {
    @Test(
        "a claim without storage is named, and one that waits in order is not",
        arguments: [
            ("PVCPending/class-missing", ["PVCPending StorageClass fast-sdd high"]),
            ("PVCPending/no-volume", ["PVCPending PersistentVolumeClaim shop/a high"]),
            ("PVCPending/no-default", ["PVCPending PersistentVolumeClaim shop/a high"]),
            ("PVCPending/lost", ["PVCPending PersistentVolumeClaim shop/a high"]),
            ("PVCPending/exceptions", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the decisive words are in the message",
        arguments: [
            ("PVCPending/class-missing", "there is \"fast-ssd\""),
            ("PVCPending/no-volume", "no available volume has 10Gi"),
            ("PVCPending/no-default", "none is the default"),
            ("PVCPending/lost", "pv-9"),
        ])
    func words(fixture: String, words: String) throws {
        let incidents = Detection.incidents(in: try Scene.view(fixture))
        #expect(incidents.contains { $0.message.contains(words) }, "\(incidents.map(\.message))")
    }
}
