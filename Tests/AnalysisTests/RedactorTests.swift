import Analysis
import ClusterModel
import StructuredData
import Testing

@Suite struct RedactorTests {
    private static let names: KnownNames = {
        var names = KnownNames()
        for name in [
            "shop", "cart-api", "cart-api-7d9f8b-x2x4z", "gateway-keys", "web", "DB_HOST2",
        ] {
            names.add(name)
        }
        return names
    }()

    @Test(arguments: [
        "back-off 5m0s restarting failed container",
        "secret \"gateway-keys\" not found",
        "Deployment shop/cart-api: 0 of 3 pods are ready since 2026-01-31T08:15:00Z",
        "pod cart-api-7d9f8b-x2x4z exited with code 137, limit 128Mi",
        "dial tcp 10.96.0.10:5432: connection refused",
        "GET http://cart-api.shop.svc.cluster.local:8080/healthz answered 503",
        "E1: status.containerStatuses[0].state.waiting.reason: CrashLoopBackOff (AEG-101)",
        "x509: certificate has expired",
        "java.lang.NullPointerException in Main",
        "environment variable DB_HOST2 is missing",
        "at 2026-01-31, 08:15:00 and 2026-01-31T08:15:00.123456+02:00",
    ])
    func `what is plainly no secret passes`(text: String) {
        #expect(Redactor(Self.names).redact(text).description == text)
    }

    @Test(arguments: [
        ("password=hunter", "password=[redacted]"),
        ("PGPASSWORD: web", "PGPASSWORD: [redacted]"),
        ("--db-password hunter2x", "[redacted] [redacted]"),
        ("Authorization: Bearer abcdefgh", "Authorization: Bearer [redacted]"),
        ("login with hunter2 failed", "login with [redacted] failed"),
        (
            "postgres://app:s3cr3t@db.shop:5432/orders?sslmode=off",
            "postgres://[redacted]@db.shop:5432/orders"
        ),
        ("token eyJhbGciOi.eyJzdWIi.SflKxw", "token [redacted]"),
        ("AKIAIOSFODNN7EXAMPLE used", "[redacted] used"),
        ("data: dGhpcyBpcyBhIHNlY3JldA==", "data: [redacted]"),
        ("id 550e8400-e29b-41d4-a716-446655440000", "id [redacted]"),
        (
            "key\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nend",
            "key\n[redacted]\nend"
        ),
        ("card 2345-6789-0123-4567", "card [redacted]"),
        ("Pa$$w0rd!ish", "[redacted]"),
        ("QwErTyUiOpAsDfGh", "[redacted]"),
        ("correct-horse-battery-staple", "[redacted]"),
        ("пароль", "[redacted]"),
    ])
    func `what may be a secret does not`(text: String, redacted: String) {
        #expect(Redactor(Self.names).redact(text).description == redacted)
    }

    @Test func `addresses go on request`() {
        var options = Redactor.Options()
        options.hidesAddresses = true
        let redactor = Redactor(Self.names, options)
        #expect(
            redactor.redact("10.0.0.1:80 mailed me@example.org").description
                == "[redacted] mailed [redacted]")
    }

    @Test func `names can be made up and are turned back in the answer`() throws {
        var options = Redactor.Options()
        options.hidesNames = true
        let pod = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart-7x","namespace":"shop"},
            "spec":{"containers":[{"name":"main","image":"registry.example/cart:1"}]}}
            """
        var dump = DumpReader(filter: ObjectFilter())
        var rest = Array(pod.utf8)[...]
        try dump.read(source: "pod.json") { room in
            let piece = rest.prefix(room.count)
            room.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
        let redactor = Redactor(KnownNames(dump.finish()), options)
        let sent = redactor.redact("Pod shop/cart-7x on cart-7x.shop.svc fails").description
        #expect(!sent.contains("cart") && !sent.contains("shop"))
        #expect(sent.hasSuffix("fails"))
        #expect(redactor.restore(sent) == "Pod shop/cart-7x on cart-7x.shop.svc fails")
    }

    @Test(arguments: [
        ("password=hunter", "password=[redacted]"), ("a@b.c", "a@b.c"),
        ("x=1&token=abc", "x=[redacted]=[redacted]"), ("pin: 1234", "pin: [redacted]"),
        ("https://a:b@c", "https://[redacted]@c"),
        ("secret=[redacted]", "secret=[redacted]"), ("-----BEGIN X-----", "[redacted]"),
        ("::::", "::::"), ("%%%", "[redacted]"), ("==", "=="), ("://", "://"),
        ("login with hunter2 at shop", "login with [redacted] at shop"),
        ("\u{202e} shop", "[redacted] shop"),
    ])
    func `a second pass changes nothing, and what the first left is still there`(
        text: String, redacted: String
    ) {
        let redactor = Redactor(Self.names)
        let once = redactor.redact(text).description
        #expect(once == redacted)
        #expect(redactor.redact(once).description == once)
    }
}
