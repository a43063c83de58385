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
        let query = "query=\(Self.encode(expression))&start=\(start)&end=\(end)&step=\(step)"
        var headers = headers
        headers["Accept"] = "application/json"
        return Request(url: "\(trimmed)/api/v1/query_range?\(query)", headers: headers)
    }

    /// All but the unreserved characters (RFC 3986).
    private static func encode(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }
}
