import ClusterModel
import Testing

@Suite("Quantity")
struct QuantityTests {
    @Test(
        "amounts are read in thousandths, rounded up",
        arguments: [
            ("250m", 250), ("2", 2000), ("1.5", 1500), ("0.1", 100), ("100n", 1), ("1500u", 2),
            ("128Mi", 134_217_728_000), ("1Gi", 1_073_741_824_000), ("1k", 1_000_000),
            ("1e3", 1_000_000), ("1E3", 1_000_000), ("12e6", 12_000_000_000), ("-1", -1000),
            ("128974848", 128_974_848_000), ("0", 0), ("1.5Gi", 1_610_612_736_000),
        ] as [(String, Int64)])
    func reads(text: String, milli: Int64) {
        #expect(Quantity(Symbol(text)).milli == milli)
    }

    @Test("an amount past the range is clamped, not trapped", arguments: ["9999999E", "1e30"])
    func clamps(text: String) {
        #expect(Quantity(Symbol(text)).milli > 9_000_000_000_000_000_000)
    }

    @Test("what is no amount counts as none", arguments: ["", "abc", "1.2.3", "5X", "e3", "."])
    func rejects(text: String) {
        #expect(Quantity(Symbol(text)).milli == 0)
    }
}
