import Testing

@Suite("DNSFailure")
struct DNSFailureTests {
    @Test(
        "a name that does not resolve is the cause of the crash it leads to",
        arguments: [
            ("DNSFailure/last-words", ["DNSFailure Deployment shop/web medium"]),
            ("DNSFailure/cluster-dns", ["DNSFailure Service kube-system/kube-dns high"]),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
