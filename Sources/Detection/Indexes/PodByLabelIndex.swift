package import ClusterModel
package import StructuredData

/// `key=value` → the pods with that label, in all namespaces read.
package struct PodByLabelIndex: Index {
    private let pods: [Pod]
    private let labels: [StringMap.Entry]
    private let places: [StringMap.Entry: [Int32]]

    package init(_ source: IndexSource) {
        pods = source.pods
        var places: [StringMap.Entry: [Int32]] = [:]
        for i in pods.indices {
            for label in pods[i].metadata.labels.entries {
                places[label, default: []].append(Int32(truncatingIfNeeded: i))
            }
        }
        labels = places.keys.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        self.places = places
    }

    package var count: Int { labels.count }
    package subscript(place: Int) -> PodsByLabel { entry(labels[place]) }

    package subscript(key: String) -> PodsByLabel? {
        let parts = key.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let label = StringMap.Entry(key: Symbol(String(parts[0])), value: Symbol(String(parts[1])))
        return places[label] == nil ? nil : entry(label)
    }

    private func entry(_ label: StringMap.Entry) -> PodsByLabel {
        var entry = PodsByLabel()
        entry.key = "\(label.key)=\(label.value)"
        entry.label = label.key
        entry.value.value = label.value
        entry.pods = (places[label] ?? []).map { pods[Int($0)].key.text }
        entry.count.value = entry.pods.count
        return entry
    }
}

/// The pods with one label.
package struct PodsByLabel: IndexEntry {
    package static let kindName = "PodsByLabel"

    package fileprivate(set) var key = ""
    package var label = Symbol.empty
    package var value = Always(Symbol.empty)
    package var count = Always(0)
    /// `namespace/name` each.
    package var pods: [String] = []

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("label", 2, &label)
        try visit.field("value", 3, &value)
        try visit.field("count", 4, &count)
        try visit.field("pods", 5, &pods)
    }
}
