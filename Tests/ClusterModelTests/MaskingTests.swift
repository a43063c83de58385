import ClusterModel
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [
        ("runtime not ready: token=abc", "runtime not ready: token=***"),
        ("DB_PASSWORD=hunter, next", "DB_PASSWORD=******, next"),
        ("login failed: password hunter22 for app", "login failed: password ******** for app"),
        ("401, Authorization: Bearer abc.def", "401, Authorization: Bearer *******"),
        ("mount -o username=x,password=y //nas", "mount -o username=x,password=* //nas"),
        (
            "{\"apiKey\":\"x1\",\"accessToken\": \"y\"}",
            "{\"apiKey\":\"**\",\"accessToken\": \"*\"}"
        ),
        ("dial https://u:p@host/x", "dial https://***@host/x"),
        ("stuck, key=@abc", "stuck, key=****"),
        ("--db-password=x", "--db-password=*"), ("password:12345", "password:*****"),
        ("token: 123", "token: ***"), ("auth=abc", "auth=***"),
    ])
    func `what is assigned to a telling name is masked`(text: String, masked: String) {
        #expect(Symbol(text).maskingAssignedSecrets.string == masked)
    }

    @Test(arguments: [
        "secret \"gateway-keys\" not found", "references non-existent secret key: api-v2",
        "couldn't find key API_KEY2 in Secret shop/db", "unauthorized: authentication required",
        "MountVolume.SetUp failed for volume \"token\" : secret \"tok-1\" not found",
        "failed to sync secret cache: timed out", "the token is expired",
        "error: authorization failed",
        "Back-off pulling image \"registry/cart:v2@sha256:abc123\"",
        "pods \"a\" is forbidden: exceeded quota",
        "mail to me@example.org", "", "dial tcp: lookup auth: no such host",
        "cannot reach auth:5432 or token:8080", "cannot pull acme/auth:1.2 or acme/token:1.2",
        "User \"system:serviceaccount:auth:api\" cannot list",
        "system:serviceaccount:token:api",
    ])
    func `what names objects and reasons stays`(text: String) {
        #expect(Symbol(text).maskingAssignedSecrets.string == text)
    }

    @Test(arguments: [
        ("/ready?token=x", "/ready"),
        ("https://u:p@host:8443/check?a=b#c", "https://host:8443/check"),
        ("/healthz", "/healthz"), ("", ""), ("/users/@me", "/users/@me"),
    ])
    func `paths and URLs lose logins and queries`(text: String, rest: String) {
        #expect(Symbol(text).withoutLoginAndQuery.string == rest)
    }
}
