internal import ClusterModel
package import HTTP

/// The end of a container's log.
package struct LogRequest: Sendable, Equatable {
    package var namespace: String
    package var pod: String
    package var container: String
    /// The run before the last restart.
    package var previous: Bool
    package var tailLines: Int?
    package var limitBytes: Int?
    package var timestamps: Bool

    package init(
        namespace: String, pod: String, container: String, previous: Bool = false,
        tailLines: Int? = nil, limitBytes: Int? = nil, timestamps: Bool = false
    ) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
        self.previous = previous
        self.tailLines = tailLines
        self.limitBytes = limitBytes
        self.timestamps = timestamps
    }

    /// What reading any pod's log needs.
    package static let permission = Permission(
        "get", ResourcePath(GroupVersion("", "v1"), "pods", subresource: "log"), isNamespaced: true)

    package func request(to server: String) -> Request {
        var path = LogRequest.permission.path(in: namespace)
        path.name = pod
        let query = URLText.query([
            ("container", container),
            ("previous", previous ? "true" : ""),
            ("tailLines", tailLines.map(String.init) ?? ""),
            ("limitBytes", limitBytes.map(String.init) ?? ""),
            ("timestamps", timestamps ? "true" : ""),
        ])
        return Request(url: server + path.text + query, headers: ["Accept": "*/*"])
    }
}
