import Testing

@Suite("NetworkPolicyBlocking")
struct NetworkPolicyBlockingTests {
    @Test(
        "a policy is named when it cuts off a client that is known",
        arguments: [
            (
                "NetworkPolicyBlocking/one-letter-off",
                ["NetworkPolicyBlocking NetworkPolicy shop/api medium"]
            ),
            (
                "NetworkPolicyBlocking/wrong-port",
                ["NetworkPolicyBlocking NetworkPolicy shop/api medium"]
            ),
            (
                "NetworkPolicyBlocking/egress",
                ["NetworkPolicyBlocking NetworkPolicy shop/web medium"]
            ),
            (
                "NetworkPolicyBlocking/complaint",
                ["NetworkPolicyBlocking NetworkPolicy shop/api medium"]
            ),
            (
                "NetworkPolicyBlocking/name-server",
                ["NetworkPolicyBlocking NetworkPolicy shop/web-egress medium"]
            ),
            (
                "NetworkPolicyBlocking/name-server-unseen",
                ["NetworkPolicyBlocking NetworkPolicy shop/web-egress medium"]
            ),
            (
                "NetworkPolicyBlocking/name-server-open",
                ["DNSFailure Deployment shop/web medium"]
            ),
            (
                "NetworkPolicyBlocking/other-ready-pod",
                ["CrashLoopBackOff Deployment shop/web high"]
            ),
            (
                "NetworkPolicyBlocking/host-network", ["CrashLoopBackOff Deployment shop/web high"]
            ),
            (
                "NetworkPolicyBlocking/kubelet-complaint",
                ["ReplicaMismatch Deployment shop/web high"]
            ),
            ("NetworkPolicyBlocking/let-through", []),
            ("NetworkPolicyBlocking/default-deny-alone", []),
            ("NetworkPolicyBlocking/address-range", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
