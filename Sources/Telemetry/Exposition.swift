/// The text in which Prometheus reads metrics.
///
/// Sources: prometheus.io/docs/instrumenting/exposition_formats (text, 0.0.4) and the OpenMetrics
/// 1.0 specification, which differs in that a counter's family goes without `_total`, bounds are
/// written as floats and the text ends with `# EOF`.
package enum Exposition: String, Sendable, CaseIterable {
    case text, openMetrics = "openmetrics"

    package var contentType: String {
        switch self {
        case .text: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }

    /// The families by name, the series by labels: the same values give the same bytes.
    package func write(_ metrics: MetricSet) -> String {
        var text = ""
        for family in metrics.sorted where !family.series.isEmpty { write(family, to: &text) }
        if self == .openMetrics { text += "# EOF\n" }
        return text
    }

    private func write(_ family: FamilyValues, to text: inout String) {
        let name = familyName(family)
        text += "# HELP \(name) \(escaped(family.help, quotes: self == .openMetrics))\n"
        text += "# TYPE \(name) \(family.kind)\n"
        if self == .openMetrics, name.hasSuffix("_seconds") { text += "# UNIT \(name) seconds\n" }
        for series in family.series {
            if family.kind == MetricFamily.Kind.histogram.rawValue {
                writeHistogram(family, series, to: &text)
            } else {
                text += "\(family.name)\(labels(series)) \(number(series.value))\n"
            }
        }
    }

    private func writeHistogram(
        _ family: FamilyValues, _ series: Series, to text: inout String
    ) {
        var count = 0.0
        for (place, bucket) in series.buckets.enumerated() {
            count += bucket
            let bound = place < family.bounds.count ? family.bounds[place] : .infinity
            let le = self == .openMetrics && bound.isFinite ? "\(bound)" : number(bound)
            text += "\(family.name)_bucket\(labels(series, ("le", le))) \(number(count))\n"
        }
        text += "\(family.name)_sum\(labels(series)) \(number(series.value))\n"
        text += "\(family.name)_count\(labels(series)) \(number(count))\n"
    }

    private func familyName(_ family: FamilyValues) -> String {
        let isCounter = family.kind == MetricFamily.Kind.counter.rawValue
        guard self == .openMetrics, isCounter, family.name.hasSuffix("_total") else {
            return family.name
        }
        return String(family.name.dropLast("_total".count))
    }

    private func labels(_ series: Series, _ extra: (String, String)? = nil) -> String {
        var parts = series.sortedLabels.map { "\($0.name)=\"\(escaped($0.value, quotes: true))\"" }
        if let extra { parts.append("\(extra.0)=\"\(extra.1)\"") }
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
    }

    private func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whole numbers without a fraction, as Prometheus' own libraries write them.
    private func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if value.rounded() == value, value.magnitude < 0x1p53 { return "\(Int64(value))" }
        return "\(value)"
    }
}
