// Usage from Prometheus, or whatever speaks its API (Thanos, Mimir, VictoriaMetrics): the metrics that
// cAdvisor in every kubelet exposes.

package import ClusterModel
package import HTTP
package import Scaling
import StructuredData

/// Reads the history of some namespaces: a few namespaces and a day at a time, a few queries at once.
package struct PrometheusSource: UsageSource, Sendable {
    package typealias Transport = @Sendable (Request) async throws -> Response

    /// As the API server's proxy or as a URL; for messages and requests.
    package var base: String
    package var headers: Headers
    /// Seconds between samples. Rates are taken over as long, peaks of memory too, so nothing falls
    /// between two of them.
    package var step: Int64
    /// The namespaces to ask for, each with how many containers run there now.
    package var namespaces: [(name: Symbol, containers: Int)]

    private let transport: Transport

    /// Queries under way at the same time.
    static let concurrency = 4
    /// Containers asked for at once: an answer of a day is then some megabytes.
    static let containersPerQuery = 300
    static let namespacesPerQuery = 40
    static let secondsPerQuery: Int64 = 86400
    private static let answerLimit = 256 << 20

    package init(
        base: String, headers: Headers = [:], step: Int64 = 300,
        namespaces: [(name: Symbol, containers: Int)], transport: @escaping Transport
    ) {
        self.base = base
        self.headers = headers
        self.step = step
        self.namespaces = namespaces
        self.transport = transport
    }

    package func read(into book: inout UsageBook) async throws -> UsageOrigin {
        var count = 0
        for group in groups {
            for resource in MeasuredResource.allCases {
                let series = try await series(of: resource, in: group, window: book.window)
                count += series.count
                for one in series { book.take(one) }
            }
        }
        let note =
            count == 0 ? "Prometheus has no container metrics of these namespaces" : ""
        return UsageOrigin(.prometheus, note: note)
    }

    /// Small namespaces together, large ones alone.
    private var groups: [[Symbol]] {
        var groups: [[Symbol]] = []
        var size = 0
        for (name, containers) in namespaces.sorted(by: { $0.name < $1.name }) {
            size += containers
            if let last = groups.last, size <= Self.containersPerQuery,
                last.count < Self.namespacesPerQuery
            {
                groups[groups.count - 1].append(name)
            } else {
                groups.append([name])
                size = containers
            }
        }
        return groups
    }

    private func expression(_ resource: MeasuredResource, _ namespaces: [Symbol]) -> String {
        let names = namespaces.map(\.string).joined(separator: "|")
        let selector = "{namespace=~\"\(names)\",container!=\"\",container!=\"POD\"}"
        switch resource {
        case .cpu:
            return "sum by (namespace, pod, container) "
                + "(rate(container_cpu_usage_seconds_total\(selector)[\(step)s]))"
        case .memory:
            return "max by (namespace, pod, container) "
                + "(max_over_time(container_memory_working_set_bytes\(selector)[\(step)s]))"
        }
    }

    // MARK: Days

    private func series(
        of resource: MeasuredResource, in namespaces: [Symbol], window: UsageWindow
    ) async throws -> [UsageSeries] {
        // On multiples of the step, so that the same query is the same the next time, and cached.
        let first = (window.start + step - 1) / step * step
        let count = Int((window.end - first + step - 1) / step)
        var values: [PrometheusLabels: [Float]] = [:]
        for part in try await answers(queries(resource, namespaces, first, window.end)) {
            for series in part {
                for sample in series.values.samples {
                    guard sample.time.isFinite, sample.time >= Double(first),
                        sample.time < Double(window.end)
                    else { continue }
                    let place = Int((sample.time - Double(first)) / Double(step))
                    guard place < count else { continue }
                    values[series.metric, default: Array(repeating: .nan, count: count)][place] =
                        sample.value
                }
            }
        }
        return values.sorted { $0.key < $1.key }.compactMap { labels, values in
            // A sample here speaks of the time before it, a series' value of the time behind it.
            UsageSeries(
                namespace: labels.namespace, owner: .pod(labels.pod), container: labels.container,
                resource: resource, start: first - step, step: step, values: values)
        }
    }

    private func queries(
        _ resource: MeasuredResource, _ namespaces: [Symbol], _ first: Int64, _ end: Int64
    ) -> [PrometheusQuery] {
        let expression = expression(resource, namespaces)
        // Equal parts of about a day: no query for the minutes that are left over.
        let parts = max(1, (end - first) / Self.secondsPerQuery)
        let length = ((end - first) / parts / step + 1) * step
        return stride(from: first, to: end, by: Int(length)).map { start in
            PrometheusQuery(
                expression, start: start, end: min(start + length, end) - 1, step: step)
        }
    }

    /// In the order of the queries, so that the same answers give the same book.
    private func answers(_ queries: [PrometheusQuery]) async throws -> [[PrometheusSeries]] {
        try await withThrowingTaskGroup(of: (Int, [PrometheusSeries]).self) { group in
            var results = Array(repeating: [PrometheusSeries](), count: queries.count)
            for (place, query) in queries.enumerated() {
                if place >= Self.concurrency, let (done, series) = try await group.next() {
                    results[done] = series
                }
                group.addTask { (place, try await answer(query)) }
            }
            while let (done, series) = try await group.next() { results[done] = series }
            return results
        }
    }

    // MARK: One query

    private func answer(_ query: PrometheusQuery) async throws -> [PrometheusSeries] {
        let request = query.request(to: base, headers: headers)
        let response: Response
        let body: [UInt8]
        do {
            response = try await transport(request)
            body = try await response.body.collect(upTo: Self.answerLimit)
        } catch let error as PrometheusError {
            throw error
        } catch {
            throw PrometheusError(code: .transport, message: "\(error)")
        }
        var answer = PrometheusAnswer()
        let isReadable =
            (try? readDocument(body, source: "Prometheus") { reader in
                try answer.read(from: &reader)
            }) != nil
        if isReadable, answer.status == "error" {
            throw PrometheusError(code: .query, message: "\(answer.errorType): \(answer.error)")
        }
        guard response.head.isSuccess else {
            throw PrometheusError(
                code: .status(response.head.status),
                message: "\(request.summary) answered \(response.head.status)")
        }
        guard isReadable, answer.status == "success", answer.data.resultType == "matrix" else {
            throw PrometheusError(
                code: .notPrometheus,
                message: "\(request.summary) does not answer as Prometheus does")
        }
        return answer.data.result
    }
}

extension PrometheusLabels: Comparable {
    static func < (a: PrometheusLabels, b: PrometheusLabels) -> Bool {
        if a.namespace != b.namespace { return a.namespace < b.namespace }
        if a.pod != b.pod { return a.pod < b.pod }
        return a.container < b.container
    }
}
