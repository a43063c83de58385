import Detection
import Testing

@Suite("Message signatures")
struct MessageSignatureTests {
    @Test(
        "known complaints are recognised in the words of the programs that make them",
        arguments: [
            (
                "dial tcp: lookup db.shop.svc on 10.96.0.10:53: no such host",
                .nameNotFound(host: "db.shop.svc")
            ),
            ("curl: (6) Could not resolve host: api", .nameNotFound(host: "api")),
            ("Error: getaddrinfo ENOTFOUND redis", .nameNotFound(host: "redis")),
            (
                "lookup api on 10.96.0.10:53: read udp 10.0.0.1:1->10.96.0.10:53: i/o timeout",
                .nameServerSilent(host: "api")
            ),
            (
                "dial tcp 10.96.0.9:80: connect: connection refused",
                .connectionRefused(target: "10.96.0.9:80")
            ),
            ("dial tcp api:80: i/o timeout", .connectionTimeout(target: "api:80")),
        ] as [(String, MessageSignature)])
    func recognised(text: String, signature: MessageSignature) {
        #expect(MessageSignature(text) == signature)
    }

    @Test("a refusal names who may not do what")
    func denial() throws {
        let text = """
            pods is forbidden: User "system:serviceaccount:shop:agent" cannot list resource "pods" \
            in API group "" in the namespace "shop"
            """
        guard case .forbidden(let denial) = MessageSignature(text) else {
            Issue.record("not recognised")
            return
        }
        #expect(denial.verb == "list")
        #expect(denial.resource == "pods")
        #expect(denial.serviceAccount?.name == "agent")
    }

    @Test(
        "other text is left alone",
        arguments: [
            "", "listening on :8080", "exceeded quota: compute, requested: cpu=2",
            "Readiness probe failed: HTTP probe failed with statuscode: 503",
        ])
    func unknown(text: String) {
        #expect(MessageSignature(text) == nil)
    }
}
