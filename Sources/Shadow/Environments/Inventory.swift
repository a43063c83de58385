package import ClusterModel
internal import KubeClient

/// The shadow namespaces that are in a cluster, whoever made them.
package struct Inventory: Sendable {
    package struct Entry: Sendable, Equatable {
        package let namespace: String
        package let runID: String
        package let createdAt: Timestamp
        /// Not set where the annotation is gone or unreadable.
        package let expiresAt: Timestamp
        package let isEnding: Bool
    }

    private let objects: LiveObjects

    package init(_ objects: LiveObjects) { self.objects = objects }

    package func entries() async throws -> [Entry] {
        try await objects.documents(.namespace, in: nil, labelSelector: ShadowLabels.selector)
            .map(Entry.init).sorted { $0.namespace < $1.namespace }
    }
}

extension Inventory.Entry {
    init(_ namespace: JSONValue) {
        let metadata = namespace["metadata"] ?? .object([])
        self.namespace = metadata["name"]?.text ?? ""
        runID = metadata["labels"]?[ShadowLabels.run]?.text ?? ""
        let time = { (value: JSONValue?) in
            (value?.text).flatMap(Timestamp.init(rfc3339:)) ?? Timestamp()
        }
        createdAt = time(metadata["creationTimestamp"])
        expiresAt = time(metadata["annotations"]?[ShadowLabels.expiresAt])
        isEnding = metadata["deletionTimestamp"] != nil
    }

    /// Whether nobody needs it any more.
    /// - Parameter dead: runs that are known to have ended.
    package func isLeft(now: Timestamp, dead: Set<String>) -> Bool {
        !expiresAt.isSet || expiresAt <= now || dead.contains(runID)
    }
}
