import ClusterModel
import Testing

@testable import Shadow

struct KopfPeeringTests {
    static let now = Timestamp(seconds: 1_700_000_000)

    private func live(_ entry: JSONValue) -> [KopfPeer] {
        KopfPeer.live(in: ["status": ["other": entry]], now: Self.now)
    }

    @Test(arguments: [
        (1_699_999_950, true), (1_699_999_941, true), (1_699_999_940, false), (1, false),
    ])
    func `a peer is dead once its lifetime is over`(lastSeen: Int64, isAlive: Bool) {
        let seen = Timestamp(seconds: lastSeen).rfc3339
        #expect(live(["lastseen": .string(seen), "priority": 3]).isEmpty != isAlive)
        // Older versions of kopf leave the zone out.
        #expect(live(["lastseen": .string(String(seen.dropLast()))]).isEmpty != isAlive)
    }

    @Test func `missing fields mean priority 0, a minute and now`() {
        #expect(live([:]) == [KopfPeer(identity: "other", priority: 0)])
        #expect(live(["lastseen": "yesterday"]) == [KopfPeer(identity: "other", priority: 0)])
    }

    @Test func `a removed entry is no peer`() {
        #expect(live(.null).isEmpty)
        #expect(KopfPeer.live(in: [:], now: Self.now).isEmpty)
    }
}
