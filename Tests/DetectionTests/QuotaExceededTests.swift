import Detection
import Testing

@Suite("QuotaExceeded")
struct QuotaExceededTests {
    @Test(
        "a refusal by quota is one incident on the quota",
        arguments: [
            ("QuotaExceeded/refused", ["QuotaExceeded ResourceQuota shop/compute high"]),
            ("QuotaExceeded/limit-range", ["QuotaExceeded LimitRange shop/bounds high"]),
            ("QuotaExceeded/nearly-full", ["QuotaExceeded ResourceQuota shop/compute medium"]),
            ("QuotaExceeded/half-full", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test(
        "the decisive words are in the message",
        arguments: [
            ("QuotaExceeded/refused", "requested: requests.cpu=1, used: requests.cpu=1500m"),
            ("QuotaExceeded/nearly-full", "1950m of 2 requests.cpu"),
        ])
    func words(fixture: String, words: String) throws {
        let incidents = Detection.incidents(in: try Scene.view(fixture))
        #expect(incidents.contains { $0.message.contains(words) }, "\(incidents.map(\.message))")
    }
}
