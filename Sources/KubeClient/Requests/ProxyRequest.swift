internal import ClusterModel
package import HTTP

/// A GET to a pod through the API server's proxy: reaches it without a Service, a forwarded port or
/// a network of the caller's own.
package struct ProxyRequest: Sendable, Equatable {
    package var namespace: String
    package var pod: String
    package var port: Int
    /// With its leading slash.
    package var path: String

    package init(namespace: String, pod: String, port: Int, path: String) {
        self.namespace = namespace
        self.pod = pod
        self.port = port
        self.path = path
    }

    package func request(to server: String) -> Request {
        let proxy = ResourcePath(
            GroupVersion("", "v1"), "pods", namespace: namespace, name: "\(pod):\(port)",
            subresource: "proxy")
        // A pod that answers 503 has answered.
        return Request(
            url: server + proxy.text + path, headers: ["Accept": "*/*"], isRepeatable: false)
    }
}
