import Detection
import Testing

@Suite("DNSFailure")
struct DNSFailureTests {
    @Test(
        "a name that does not resolve is the cause of the crash it leads to",
        arguments: [
            ("DNSFailure/last-words", ["DNSFailure Deployment shop/web medium"]),
            ("DNSFailure/cluster-dns", ["DNSFailure Service kube-system/kube-dns high"]),
            (
                "DNSFailure/cluster-dns-scaled-down",
                ["DNSFailure Service kube-system/rke2-dns high"]
            ),
            ("DNSFailure/cluster-dns-blip", []),
            ("DNSFailure/probe-output", ["DNSFailure Deployment shop/web medium"]),
            ("DNSFailure/recovered", []),
            ("DNSFailure/node-resolves", ["CrashLoopBackOff Deployment shop/web high"]),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }

    @Test("too many name servers on a node are advice")
    func limits() throws {
        var settings = DetectionSettings()
        #expect(try Scene.incidents("DNSFailure/limits", settings).isEmpty)
        settings.level = .low
        settings.disabledRules = ["ResourceMisconfig"]
        let incidents = try Scene.incidents("DNSFailure/limits", settings)
        #expect(incidents == ["DNSFailure Node node-1 low"])
    }

    @Test("policies judge who may ask, unless that rule is off")
    func policiesTurnedOff() throws {
        var settings = DetectionSettings()
        settings.disabledRules = ["AEG-406"]
        let incidents = try Scene.incidents("NetworkPolicyBlocking/name-server", settings)
        #expect(incidents == ["DNSFailure Deployment shop/web medium"])
    }
}
