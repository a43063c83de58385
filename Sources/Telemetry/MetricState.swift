package import ClusterModel
package import StructuredData

/// The metrics of a cluster as they outlive a run: the document `metrics.json`.
package struct MetricState: Sendable, Equatable {
    /// The cluster's own name; its directory's name may be a tamed form of it.
    package var cluster = ""
    package var metrics = MetricSet()

    package init() {}
}

extension MetricState: Message {
    package static let keys = KeyTable(of: Self.self)

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("cluster", 1, &cluster)
        try visit.field("families", 2, &metrics)
    }
}

extension MetricSet: WireValue {
    package var isAbsent: Bool { isEmpty }

    package mutating func read(from reader: inout Reader) throws {
        var families: [FamilyValues] = []
        try families.read(from: &reader)
        for family in families {
            if let fault = family.fault {
                throw reader.error(.invalidValue, "metric \"\(family.name)\" \(fault)")
            }
        }
        self = MetricSet(families)
    }

    package func write(to writer: inout DocumentWriter) { sorted.write(to: &writer) }
}

extension FamilyValues {
    /// What makes the family none that a run can have written.
    fileprivate var fault: String? {
        guard let kind = MetricFamily.Kind(rawValue: kind) else { return "has no known type" }
        if !MetricName.isValid(name) { return "has no valid name" }
        guard zip(bounds, bounds.dropFirst()).allSatisfy(<) else {
            return "has bounds out of order"
        }
        for series in series {
            if !series.labels.keys.allSatisfy(MetricName.isValidLabel) {
                return "has a label of no valid name"
            }
            if kind == .counter, !(series.value >= 0 && series.value.isFinite) {
                return "counts \(series.value)"
            }
            guard kind == .histogram else { continue }
            guard series.buckets.count == bounds.count + 1,
                series.buckets.allSatisfy({ $0 >= 0 && $0.isFinite })
            else { return "has buckets that do not fit its bounds" }
        }
        return nil
    }
}

/// What Prometheus allows as a name (data model, "Metric names and labels").
package enum MetricName {
    package static func isValid(_ text: String) -> Bool { holds(text, alsoColon: true) }

    package static func isValidLabel(_ text: String) -> Bool {
        holds(text, alsoColon: false) && !text.hasPrefix("__")
    }

    private static func holds(_ text: String, alsoColon: Bool) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                || $0 == UInt8(ascii: "_") || (alsoColon && $0 == UInt8(ascii: ":"))
        }
    }
}
