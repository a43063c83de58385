import ClusterModel

/// A label within a namespace, to file things under.
struct NamespacedLabel: Hashable {
    let namespace: Symbol
    let label: StringMap.Entry

    init(_ namespace: Symbol, _ label: StringMap.Entry) {
        self.namespace = namespace
        self.label = label
    }
}
