import Testing

@Suite("CertificateExpired")
struct CertificateExpiredTests {
    @Test(
        "a certificate that has ended or soon will is named",
        arguments: [
            (
                "CertificateExpired/dates",
                [
                    "CertificateExpired Secret shop/expired high",
                    "CertificateExpired Secret shop/soon high",
                ]
            )
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
