package import HTTP

/// A range query as a pure value (prometheus.io/docs/prometheus/latest/querying/api/).
package struct PrometheusQuery: Sendable, Hashable {
    package var expression: String
    /// Seconds since 1970; the end is inclusive, as the API has it.
    package var start: Int64
    package var end: Int64
    package var step: Int64

    package init(_ expression: String, start: Int64, end: Int64, step: Int64) {
        self.expression = expression
        self.start = start
        self.end = end
        self.step = step
    }

    /// - Parameter base: the server's address, with the path it is served under.
    package func request(to base: String, headers: Headers) -> Request {
        let trimmed = base.hasSuffix("/") ? String(base.dropLast()) : base
        let query = URLText.query([
            ("query", expression), ("start", "\(start)"), ("end", "\(end)"), ("step", "\(step)"),
        ])
        var headers = headers
        headers["Accept"] = "application/json"
        return Request(url: "\(trimmed)/api/v1/query_range\(query)", headers: headers)
    }
}
