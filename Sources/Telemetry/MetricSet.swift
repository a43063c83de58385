internal import ClusterModel

/// Counters, gauges and histograms: what one run adds, and what all runs together have come to.
///
/// A family holds at most `seriesLimit` series. What comes after is added up under label values of
/// `other`, so that sums stay true, and is named in `aegis_metric_series_capped_total`.
package struct MetricSet: Sendable, Equatable {
    /// A cluster's namespaces times severities times kinds; more would be a leak of names.
    package static let seriesLimit = 1000
    package static let overflowValue = "other"

    package private(set) var families: [String: FamilyValues] = [:]
    /// Where each series of a family stands.
    private var places: [String: [[String: String]: Int]] = [:]

    package init() {}

    package var isEmpty: Bool { families.isEmpty }

    // MARK: What a run counts

    /// Adds to a counter; what is negative or not finite is no count, and is left out.
    package mutating func add(
        _ amount: Double = 1, to family: MetricFamily, _ values: String...
    ) {
        guard amount.isFinite, amount >= 0 else { return }
        update(family, values) { series, _ in series.value += amount }
    }

    package mutating func set(_ family: MetricFamily, _ values: String..., to value: Double) {
        update(family, values) { series, isCollapsed in
            series.value = isCollapsed ? series.value + value : value
        }
    }

    /// Says that what follows is all there is of a gauge: series from earlier runs go.
    package mutating func replace(_ family: MetricFamily) {
        families[family.name] = FamilyValues(family)
        families[family.name]?.replaces = true
        places[family.name] = [:]
    }

    package mutating func observe(
        _ value: Double, in family: MetricFamily, _ values: String...
    ) {
        guard value.isFinite else { return }
        let bucket = family.bounds.firstIndex { value <= $0 } ?? family.bounds.count
        update(family, values) { series, _ in
            if series.buckets.isEmpty {
                series.buckets = Array(repeating: 0, count: family.bounds.count + 1)
            }
            series.buckets[bucket] += 1
            series.value += value
        }
    }

    private mutating func update(
        _ family: MetricFamily, _ values: [String], _ change: (inout Series, Bool) -> Void
    ) {
        let labels = Dictionary(zip(family.labels, values), uniquingKeysWith: { first, _ in first })
        update(FamilyValues(family), labels, change)
    }

    /// - Parameter change: is told whether the series stands for several.
    private mutating func update(
        _ family: FamilyValues, _ labels: [String: String],
        _ change: (inout Series, _ isCollapsed: Bool) -> Void
    ) {
        let name = family.name
        if families[name] == nil { families[name] = family }
        var labels = labels
        var isCollapsed = false
        if places[name]?[labels] == nil, !labels.isEmpty,
            families[name]?.series.count ?? 0 >= Self.seriesLimit
        {
            labels = labels.mapValues { _ in Self.overflowValue }
            isCollapsed = true
            noteOverflow(of: name)
        }
        let place = places[name]?[labels] ?? families[name]?.series.count ?? 0
        if places[name]?[labels] == nil {
            places[name, default: [:]][labels] = place
            families[name]?.series.append(Series(labels: labels))
        }
        if var series = families[name]?.series[place] {
            change(&series, isCollapsed)
            families[name]?.series[place] = series
        }
    }

    private mutating func noteOverflow(of name: String) {
        guard name != MetricFamily.seriesCapped.name else { return }
        add(to: .seriesCapped, name)
    }
}

// MARK: What runs come to

extension MetricSet {
    /// Adds what a run counted: counters and histograms grow, gauges take the run's values.
    package mutating func merge(_ run: MetricSet) {
        for family in run.sorted {
            // Of bounds that changed with a version the old buckets have no place among the new.
            if family.replaces || families[family.name].map({ $0.bounds != family.bounds }) ?? false
            {
                families[family.name] = family.withoutSeries
                places[family.name] = [:]
            }
            for series in family.series {
                update(family.withoutSeries, series.labels) { mine, isCollapsed in
                    let kind = MetricFamily.Kind(rawValue: family.kind)
                    mine.add(series, isSum: kind != .gauge || isCollapsed)
                }
            }
        }
    }

    /// The families by name, the series of each by their labels.
    package var sorted: [FamilyValues] {
        families.values.sorted { $0.name < $1.name }.map { family in
            var family = family
            family.series.sort { $0.sortedLabels.lexicographicallyPrecedes($1.sortedLabels, by: <) }
            return family
        }
    }

    /// What was kept or is to be shown, as it is: the limit holds for what is counted.
    package init(_ families: [FamilyValues]) {
        for family in families {
            if self.families[family.name] == nil {
                self.families[family.name] = family.withoutSeries
            }
            for series in family.series {
                places[family.name, default: [:]][series.labels] =
                    self.families[family.name]?.series.count ?? 0
                self.families[family.name]?.series.append(series)
            }
        }
    }

    /// The same with further labels on every series; a series' own label comes first.
    package func labelled(_ labels: [String: String]) -> MetricSet {
        MetricSet(
            sorted.map { family in
                var family = family
                for place in family.series.indices {
                    family.series[place].labels.merge(labels) { own, _ in own }
                }
                return family
            })
    }
}

extension FamilyValues {
    fileprivate var withoutSeries: FamilyValues {
        var family = self
        family.series = []
        family.replaces = false
        return family
    }
}

extension Series {
    package var sortedLabels: [(name: String, value: String)] {
        labels.map { (name: $0.key, value: $0.value) }.sorted { $0 < $1 }
    }

    fileprivate mutating func add(_ other: Series, isSum: Bool) {
        guard isSum else { return value = other.value }
        value += other.value
        if buckets.isEmpty { return buckets = other.buckets }
        for (place, count) in zip(buckets.indices, other.buckets) { buckets[place] += count }
    }
}
