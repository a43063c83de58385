import ClusterModel
import KubeClient

/// The reading of a part of a cluster.
///
/// Long lists are read namespace by namespace: whole, they would be as much work for the API server
/// in each of the runs as in one. Short lists are read whole all the same, and what is another
/// part's is dropped on the way: with a request for each kind and namespace, a thousand namespaces
/// would be 25,000 requests.
extension LiveReading {
    /// What a client that asks 50 times a second (`TokenBucket`) reads of a list in the time of one
    /// request: some 9,000 pods a second were measured.
    private static let objectsPerRequest = 180

    func snapshot(of shard: Shard) async throws -> Snapshot {
        var snapshot = try await read([.namespace], in: nil)
        var names = filter.namespaces.filter(shard.holds)
        if filter.namespaces.isEmpty {
            if let entry = snapshot.coverage[.namespace], !entry.isComplete {
                throw InputError(
                    message: "--shard divides a cluster by its namespaces, which could not be "
                        + "listed: \(entry.reason); name them with -n")
            }
            names = Set(snapshot.namespaces.map(\.metadata.name))
        }
        let rest = kinds.filter { $0 != .namespace && shard.holds($0) }
        let isWhole = shard.count == 1 && filter.namespaces.isEmpty
        snapshot.merge(try await read(rest, in: isWhole ? nil : names.sorted()))
        snapshot.namespacesRead = filter.namespaces
        snapshot.normalize()
        return snapshot
    }

    /// Where a kind is listed: in the whole cluster, as the empty name says, or in each of these.
    func places(of kind: Kind, among namespaces: [Symbol]?) async -> [Symbol] {
        guard kind.isNamespaced, let namespaces else { return [.empty] }
        guard filter.shard != nil, namespaces.count > 1, let path = served.path(to: kind),
            // What cannot be counted may be listed in namespaces, or says there why not.
            let count = try? await client.count(
                path, metadataOnly: Self.isListedAsMetadata(kind)),
            count <= namespaces.count * Self.objectsPerRequest
        else { return namespaces }
        return [.empty]
    }
}
