/// Why Prometheus gave no usage.
package struct PrometheusError: Error, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        /// It could not be reached, or broke off.
        case transport
        /// It answered with this status and no reason that we know.
        case status(Int)
        /// It could not work out a query.
        case query
        /// What answered is no Prometheus.
        case notPrometheus
    }

    package let code: Code
    package let message: String

    package var description: String { "cannot read usage from Prometheus: \(message)" }
}
