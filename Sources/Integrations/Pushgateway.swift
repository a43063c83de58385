internal import ClusterModel
package import HTTP

/// A Prometheus Pushgateway: keeps what short runs push, one group of metrics beside another.
///
/// Source: github.com/prometheus/pushgateway, README, "API". A group is replaced as a whole (PUT),
/// so that series which are gone do not linger, and no other group is touched.
package struct Pushgateway: Sendable {
    /// What names a group: the job, and further labels in the order given.
    package struct Group: Sendable, Equatable {
        package let job: String
        package let labels: [(name: String, value: String)]

        package init(job: String, labels: [(name: String, value: String)]) {
            self.job = job
            self.labels = labels
        }

        package static func == (a: Group, b: Group) -> Bool { a.path == b.path }

        var path: String {
            ([("job", job)] + labels).map { "/" + Self.segment($0.0, $0.1) }.joined()
        }

        /// Values that a path cannot hold go in URL-safe base64; an empty one as a lone `=`.
        private static func segment(_ name: String, _ value: String) -> String {
            if value.isEmpty { return "\(name)@base64/=" }
            guard value.contains("/") else { return "\(name)/\(URLText.encode(value))" }
            let text = Base64.encode(Array(value.utf8))
            return "\(name)@base64/\(text.replacing("+", with: "-").replacing("/", with: "_"))"
        }
    }

    private let url: String
    private let client: ResilientClient

    /// - Parameter url: the gateway's address, such as `http://gateway:9091`, with the path that
    ///   comes before `/metrics` if there is one.
    package init(url: String, client: ResilientClient) {
        self.url = url
        self.client = client
    }

    /// The request that replaces a group.
    package func request(_ text: String, contentType: String, group: Group) -> Request {
        var base = url[...]
        while base.hasSuffix("/") { base = base.dropLast() }
        return Request(
            .put, url: "\(base)/metrics\(group.path)", headers: ["Content-Type": contentType],
            body: Array(text.utf8))
    }

    /// Throws `PushFailure` if the gateway does not take it.
    package func push(
        _ text: String, contentType: String, group: Group, deadline: Duration
    ) async throws {
        let request = request(text, contentType: contentType, group: group)
        let response = try await client.send(request, deadline: deadline)
        guard !(200..<300).contains(response.head.status) else { return }
        let body = try? await response.body.collect(upTo: 4096)
        throw PushFailure(
            attempted: request.summary, status: response.head.status,
            answer: String(decoding: body ?? [], as: UTF8.self))
    }
}

/// The gateway answered, and refused.
package struct PushFailure: Error, CustomStringConvertible {
    /// Method, host, port and path.
    package let attempted: String
    package let status: Int
    package let answer: String

    package var description: String {
        let line = answer.split(separator: "\n").first.map { ": \($0)" } ?? ""
        return "\(attempted): the Pushgateway answered \(status)\(line)"
    }
}
