package import ClusterModel
package import StructuredData

/// One series: label values and what was counted under them.
package struct Series: Sendable, Equatable {
    /// By label name, so that a family may gain a label and old state stays readable.
    package var labels: [String: String] = [:]
    /// Of a counter or gauge; a histogram's sum.
    package var value = 0.0
    /// Of a histogram: observations in each bucket, not those below it too; the last is +Inf's.
    package var buckets: [Double] = []

    package init() {}

    package init(labels: [String: String], value: Double = 0, buckets: [Double] = []) {
        self.labels = labels
        self.value = value
        self.buckets = buckets
    }

    package var count: Double { buckets.reduce(0, +) }
}

extension Series: Message {
    package static let keys = KeyTable(of: Self.self)

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("labels", 1, &labels)
        try visit.field("value", 2, &value)
        try visit.field("buckets", 3, &buckets)
    }
}

/// A family's series as they are kept, with all that is needed to print them: a state file that a
/// newer aegis wrote loses nothing in an older one.
package struct FamilyValues: Sendable, Equatable {
    package var name = ""
    package var kind = ""
    package var help = ""
    package var bounds: [Double] = []
    package var series: [Series] = []
    /// In what one run adds: its gauges take the place of all there were.
    var replaces = false

    package init() {}

    init(_ family: MetricFamily) {
        name = family.name
        kind = family.kind.rawValue
        help = family.help
        bounds = family.bounds
    }
}

extension FamilyValues: Message {
    package static let keys = KeyTable(of: Self.self)

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("name", 1, &name)
        try visit.field("type", 2, &kind)
        try visit.field("help", 3, &help)
        try visit.field("bounds", 4, &bounds)
        try visit.field("series", 5, &series)
    }
}
