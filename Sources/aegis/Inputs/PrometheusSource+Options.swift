import ClusterModel
import HTTP
import Integrations

extension UsageOptions {
    var prometheusStep: Int64 { Int64(step?.count ?? 300) }

    var headers: Headers {
        var headers: Headers = ["User-Agent": "aegis/\(Version.current)"]
        for field in prometheusHeader { headers[field.name] = field.value }
        return headers
    }
}

extension PrometheusSource {
    /// One at an address of its own. Credentials come from the environment alone.
    static func remote(
        _ url: String, _ options: UsageOptions, _ environment: [String: String],
        _ namespaces: [(name: Symbol, containers: Int)]
    ) -> PrometheusSource {
        var headers = options.headers
        headers["Authorization"] = environment.nonEmpty("AEGIS_PROMETHEUS_AUTHORIZATION")
        let client = ResilientClient(HTTPClient())
        return PrometheusSource(
            base: url, headers: headers, step: options.prometheusStep, namespaces: namespaces
        ) { request in try await client.send(request, deadline: .seconds(60)) }
    }
}
