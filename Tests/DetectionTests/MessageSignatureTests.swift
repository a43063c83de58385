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
            ("Error: getaddrinfo EAI_AGAIN redis", .nameServerSilent(host: "redis")),
            (
                "psql: could not translate host name \"db\" to address: "
                    + "Temporary failure in name resolution", .nameServerSilent(host: "db")
            ),
            (
                "socket.gaierror: [Errno -2] Name or service not known", .nameNotFound(host: "")
            ),
            ("wget: bad address 'api'", .nameNotFound(host: "api")),
            (
                "nginx: [emerg] host not found in upstream \"api.shop.svc\" in /etc/nginx/a.conf:3",
                .nameNotFound(host: "api.shop.svc")
            ),
            (
                "Error: connect ETIMEDOUT 10.96.0.9:5432",
                .connectionTimeout(target: "10.96.0.9:5432")
            ),
            (
                "curl: (28) Failed to connect to db port 5432 after 130 ms: Connection timed out",
                .connectionTimeout(target: "db:5432")
            ),
            (
                "connection to server at \"db\" (10.96.0.9), port 5432 failed: "
                    + "Connection timed out", .connectionTimeout(target: "db:5432")
            ),
            (
                "HTTPConnectionPool(host='api', port=80): Max retries exceeded (Caused by "
                    + "ConnectTimeoutError('Connection to api timed out. (connect timeout=5)'))",
                .connectionTimeout(target: "api:80")
            ),
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
            "cache lookup failed: context deadline exceeded",
            "user lookup took too long: i/o timeout",
        ])
    func unknown(text: String) {
        #expect(MessageSignature(text) == nil)
    }
}
