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
            ("NetworkPolicyBlocking/let-through", []),
            ("NetworkPolicyBlocking/default-deny-alone", []),
            ("NetworkPolicyBlocking/address-range", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
