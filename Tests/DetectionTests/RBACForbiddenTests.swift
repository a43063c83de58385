import Testing

@Suite("RBACForbidden")
struct RBACForbiddenTests {
    @Test(
        "a refusal that ends a container is one incident with it",
        arguments: [
            ("RBACForbidden/last-words", ["RBACForbidden Deployment shop/agent medium"]),
            ("RBACForbidden/operator", ["RBACForbidden ServiceAccount ops/pg-operator medium"]),
            ("RBACForbidden/recovered", []),
            ("RBACForbidden/node-authorizer", []),
            ("RBACForbidden/quota", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
