package import ClusterModel

/// What indexes are made from. Look-ups that several of them share are made when the first needs
/// them; most need none.
package final class IndexSource {
    package let snapshot: Snapshot
    private let labels: LabelSelector?
    private let fields: FieldSelector?

    private(set) lazy var lookups = ClusterIndex(snapshot)
    lazy var slices = SlicesByService(snapshot)

    /// - Parameters:
    ///   - snapshot: normalized.
    ///   - labels: leaves the entries about objects with these labels.
    ///   - fields: leaves the pods with these fields.
    package init(_ snapshot: Snapshot, labels: LabelSelector? = nil, fields: FieldSelector? = nil) {
        self.snapshot = snapshot
        self.labels = labels
        self.fields = fields
    }

    var selectsLabels: Bool { labels != nil }

    func admits(_ metadata: ObjectMeta) -> Bool { labels?.matches(metadata.labels) ?? true }

    /// All objects, or those that are selected.
    func admitted<Object: KubeObject>(_ objects: [Object]) -> [Object] {
        selectsLabels ? objects.filter { admits($0.metadata) } : objects
    }

    var pods: [Pod] {
        guard let fields else { return admitted(snapshot.pods) }
        return admitted(snapshot.pods).filter(fields.matches)
    }
}
