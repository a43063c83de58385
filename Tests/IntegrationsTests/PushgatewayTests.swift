import HTTP
import Integrations
import Testing

@Suite struct PushgatewayTests {
    @Test(arguments: [
        ("http://gw:9091", "prod", "http://gw:9091/metrics/job/aegis/cluster/prod"),
        ("http://gw:9091/", "a b", "http://gw:9091/metrics/job/aegis/cluster/a%20b"),
        (
            "https://gw/push", "https://10.0.0.1:6443",
            "https://gw/push/metrics/job/aegis/cluster@base64/aHR0cHM6Ly8xMC4wLjAuMTo2NDQz"
        ),
        ("http://gw", "/??>", "http://gw/metrics/job/aegis/cluster@base64/Lz8_Pg=="),
        ("http://gw", "", "http://gw/metrics/job/aegis/cluster@base64/="),
    ])
    func `a group is replaced at its own path`(gateway: String, cluster: String, url: String) {
        let client = ResilientClient(HTTPClient(ClientConfiguration()))
        defer { client.close() }
        let group = Pushgateway.Group(job: "aegis", labels: [("cluster", cluster)])
        let request = Pushgateway(url: gateway, client: client)
            .request("x 1\n", contentType: "text/plain", group: group)
        #expect(request.method == .put)
        #expect(request.url == url)
        #expect(request.body == Array("x 1\n".utf8))
    }
}
