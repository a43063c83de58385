package import ClusterModel

/// Finds a Prometheus in the cluster by the labels that its charts and its operator give its Service.
package enum PrometheusService {
    /// The path through the API server's proxy, and the Service; nil if there is none to be seen.
    package static func find(in snapshot: Snapshot) -> (path: String, key: ObjectKey)? {
        for names in labels {
            for service in snapshot.services where names.contains(where: service.has) {
                guard let port = service.queryPort else { continue }
                let (namespace, name) = (service.metadata.namespace, service.metadata.name)
                return (
                    "/api/v1/namespaces/\(namespace)/services/\(name):\(port)/proxy", service.key
                )
            }
        }
        return nil
    }

    /// What sees more than one Prometheus comes first.
    private static let labels: [[(Symbol, Symbol)]] = [
        [("app.kubernetes.io/name", "thanos-query"), ("app.kubernetes.io/component", "query")],
        [
            ("app.kubernetes.io/name", "prometheus"), ("app", "kube-prometheus-stack-prometheus"),
            ("app", "prometheus"), ("operated-prometheus", "true"),
        ],
    ]
}

extension Service {
    fileprivate func has(_ label: (Symbol, Symbol)) -> Bool {
        metadata.labels[label.0] == label.1
    }

    /// The port that answers queries: by the names the charts use, else 9090, else an only one.
    fileprivate var queryPort: Int? {
        let names: [Symbol] = ["web", "http-web", "http", "server", "http-query", "query"]
        let port =
            spec.ports.first { names.contains($0.name) } ?? spec.ports.first { $0.port == 9090 }
            ?? (spec.ports.count == 1 ? spec.ports.first : nil)
        return port?.port
    }
}
