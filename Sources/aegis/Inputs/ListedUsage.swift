import ClusterModel
import KubeClient
import Scaling
import StructuredData

/// Lists of the API that tell of usage and are no part of a snapshot.
struct ListedUsage {
    let client: KubeClient
    /// Empty for all.
    let namespaces: Set<Symbol>

    /// - Returns: how it went, for a person.
    @discardableResult
    func read(
        _ plural: String, in groupVersion: GroupVersion, into intake: inout UsageIntake
    ) async throws -> String {
        var words = "is there"
        let places = namespaces.isEmpty ? [nil] : namespaces.sorted().map(\.string)
        for place in places {
            var taken = TakenItems()
            let request = ListRequest(ResourcePath(groupVersion, plural, namespace: place))
            let outcome = try await client.list(request, into: &taken)
            for item in taken.items { intake.take(item) }
            switch outcome {
            case .complete: break
            case .absent: words = "is not installed"
            case .partial(_, let reason), .forbidden(let reason), .failed(let reason):
                words = "could not be read (\(reason))"
                Diagnostics.warning("not seen: \(plural).\(groupVersion.group): \(reason)")
            }
        }
        return words
    }
}

extension ListedUsage {
    /// What each source of usage that `auto` tries needs; one that is not installed needs none.
    static var permissions: [Permission] {
        [
            listing("pods", PodMetrics.groupVersion),
            listing("verticalpodautoscalers", VerticalPodAutoscaler.groupVersion),
            listing("verticalpodautoscalercheckpoints", VerticalPodAutoscaler.groupVersion),
            // A Prometheus in the cluster is asked through the API server.
            Permission(
                "get", ResourcePath(GroupVersion("", "v1"), "services", subresource: "proxy"),
                isNamespaced: true),
        ]
    }

    private static func listing(_ plural: String, _ groupVersion: GroupVersion) -> Permission {
        Permission("list", ResourcePath(groupVersion, plural), isNamespaced: true)
    }
}

private struct TakenItems: ItemConsumer {
    var items: [UsageItem] = []

    mutating func take(_ reader: inout Reader, _ item: Item) throws {
        if let item = try UsageItem(&reader, item) { items.append(item) }
    }

    mutating func startOver() { items = [] }
}
