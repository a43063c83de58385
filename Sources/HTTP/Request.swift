/// One HTTP request as a pure value; sending it is the client's business.
package struct Request: Sendable, Equatable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether sending it twice leaves the server as sending it once does (RFC 9110, 9.2.2).
        package var isIdempotent: Bool {
            switch self {
            case .get, .head, .put, .delete: true
            case .post, .patch: false
            }
        }
    }

    package var method: Method
    package var url: String
    package var headers: Headers
    package var body: [UInt8]

    /// Whether a lost answer may be asked for again.
    /// Taken from the method unless the caller knows better, as for Kubernetes' access reviews,
    /// which are posted but change nothing.
    package var isRepeatable: Bool

    package init(
        _ method: Method = .get,
        url: String,
        headers: Headers = [:],
        body: [UInt8] = [],
        isRepeatable: Bool? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.isRepeatable = isRepeatable ?? method.isIdempotent
    }
}

extension Request {
    /// Method, host, port and path, as errors name it: without what may be secret.
    package var summary: String {
        let target = URLParts(url).map { $0.hostPort + $0.path } ?? "(unreadable URL)"
        return "\(method.rawValue) \(target)"
    }
}
