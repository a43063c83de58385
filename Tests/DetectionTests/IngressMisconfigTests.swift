import Testing

@Suite("IngressMisconfig")
struct IngressMisconfigTests {
    @Test(
        "an Ingress that cannot route is named with what it lacks",
        arguments: [
            ("IngressMisconfig/healthy", []),
            ("IngressMisconfig/service", ["IngressMisconfig Ingress shop/shop medium"]),
            ("IngressMisconfig/port", ["IngressMisconfig Ingress shop/shop medium"]),
            ("IngressMisconfig/tls", ["IngressMisconfig Ingress shop/shop medium"]),
            ("IngressMisconfig/class", ["IngressMisconfig Ingress shop/shop medium"]),
            ("IngressMisconfig/unread", []),
            ("IngressMisconfig/annotation-backend", []),
        ] as [(String, [String])])
    func incidents(fixture: String, expected: [String]) throws {
        #expect(try Scene.incidents(fixture) == expected)
    }
}
