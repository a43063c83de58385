import ClusterModel
import Testing

@Suite("Timestamp")
struct TimestampTests {
    @Test(
        "RFC 3339 is read with its offset and without its fraction",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-06-01T12:00:00Z", 1_780_315_200),
            ("2026-06-01T14:00:00+02:00", 1_780_315_200), ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("2026-06-01T12:00:00.123456Z", 1_780_315_200), ("1969-12-31T23:59:59Z", -1),
        ] as [(String, Int64)])
    func reads(text: String, seconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.seconds == seconds)
    }

    @Test(
        "what is no time is refused",
        arguments: ["", "2026-06-01", "2026-13-01T00:00:00Z", "yesterday", "2026-06-01T12:00:00"])
    func rejects(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        "a time is written as it was read",
        arguments: ["1970-01-01T00:00:00Z", "2000-02-29T01:02:03Z", "2099-12-31T23:59:59Z"])
    func roundTrip(text: String) {
        #expect(Timestamp(rfc3339: text)?.rfc3339 == text)
    }

    @Test("an unset time gives no age and no text")
    func unset() {
        #expect(Timestamp().rfc3339 == "")
        #expect(Timestamp(seconds: 100).since(Timestamp()) == 0)
    }
}
