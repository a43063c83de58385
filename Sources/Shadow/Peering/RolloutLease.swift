package import ClusterModel
package import HTTP
package import KubeClient

/// Keeps two runs of aegis out of one namespace: a Lease that one of them holds.
package struct RolloutLease: RolloutGuard {
    private let client: KubeClient
    private let namespace: String
    private let holder: String
    private let time: TimeSource
    private static let name = "aegis-rollout"
    /// Seconds without a renewal after which the holder is taken for dead.
    private static let duration = 60

    package init(
        _ client: KubeClient, namespace: String, runID: String, time: TimeSource = .system
    ) {
        self.client = client
        self.namespace = namespace
        holder = "aegis/\(runID)"
        self.time = time
    }

    static let everywhere = ResourcePath(GroupVersion("coordination.k8s.io", "v1"), "leases")

    private var collection: ResourcePath {
        var path = Self.everywhere
        path.namespace = namespace
        return path
    }

    private var path: ResourcePath {
        var path = collection
        path.name = Self.name
        return path
    }

    package func enter() async throws {
        do throws(KubeError) {
            try await client.write(WriteRequest(collection, .create(lease(version: nil))))
        } catch {
            guard error.code == .api(409) else { throw error }
            try await takeOver()
        }
    }

    /// Renews it; refuses to go on where another has taken it.
    package func check() async throws { try await takeOver() }

    package func leave() async {
        guard let lease = try? await client.document(at: path),
            lease[["spec", "holderIdentity"]] == .string(holder)
        else { return }
        // What is left of it is taken for dead after a minute.
        _ = try? await client.write(
            WriteRequest(path, .delete(uid: lease[["metadata", "uid"]]?.text ?? "")))
    }

    /// Removes the Leases of runs that were killed.
    package static func removeDead(_ client: KubeClient, now: Timestamp) async throws {
        let leases = try await client.documents(
            in: everywhere, labelSelector: ShadowLabels.selector)
        for lease in leases {
            let metadata = lease["metadata"]
            guard !isHeld(lease, now: now), let namespace = metadata?["namespace"]?.text,
                let uid = metadata?["uid"]?.text
            else { continue }
            var path = everywhere
            path.namespace = namespace
            path.name = name
            try await client.write(WriteRequest(path, .delete(uid: uid)))
        }
    }

    private static func isHeld(_ lease: JSONValue, now: Timestamp) -> Bool {
        let renewed =
            lease[["spec", "renewTime"]]?.text.flatMap(Timestamp.init(rfc3339:)) ?? Timestamp()
        return renewed.isSet && now.since(renewed) < duration
    }

    private func takeOver() async throws {
        guard let lease = try await client.document(at: path) else {
            throw ShadowError.occupied("somebody removed lease \(namespace)/\(Self.name)")
        }
        let other = lease[["spec", "holderIdentity"]]?.text ?? ""
        let now = Timestamp(seconds: time.unixSeconds())
        if other != holder, Self.isHeld(lease, now: now) {
            throw ShadowError.occupied(
                "\(other) rolls something out in namespace \(namespace) (lease \(Self.name))")
        }
        // With the version, so that of two who take it over one is refused.
        let version = lease[["metadata", "resourceVersion"]]
        try await client.write(WriteRequest(path, .patch(self.lease(version: version), .merge)))
    }

    private func lease(version: JSONValue?) -> JSONValue {
        let now = Timestamp(seconds: time.unixSeconds()).rfc3339.dropLast() + ".000000Z"
        var metadata: JSONValue = [
            "name": .string(Self.name), "namespace": .string(namespace),
            "labels": [ShadowLabels.owner: .string(ShadowLabels.ownerValue)],
        ]
        metadata["resourceVersion"] = version
        return [
            "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "metadata": metadata,
            "spec": [
                "holderIdentity": .string(holder),
                "leaseDurationSeconds": .int(Int64(Self.duration)),
                "renewTime": .string(String(now)),
            ],
        ]
    }
}
