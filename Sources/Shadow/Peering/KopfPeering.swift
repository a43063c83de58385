// Peering of operators made with kopf (kopf.readthedocs.io, "Peering").

internal import ClusterModel
package import HTTP
package import KubeClient

/// Keeps out of the way of operators that are at work on the same cluster.
package struct KopfPeering: RolloutGuard {
    package struct Options: Sendable {
        package var name = "default"
        package var priority = 0
        /// Whether to be a peer as well, which pauses those of lower priority.
        package var holds = false
        package init() {}
    }

    private let client: KubeClient
    private let options: Options
    private let paths: [ResourcePath]
    private let identity: String
    private let time: TimeSource
    private static let groupVersions = [
        GroupVersion("kopf.dev", "v1"), GroupVersion("zalando.org", "v1"),
    ]
    /// Seconds that an entry of ours is good for; it is renewed now and then.
    private static let lifetime = 60

    /// - Parameter namespaces: those that are written to.
    package init(
        _ client: KubeClient, namespaces: Set<String>, runID: String, options: Options,
        time: TimeSource = .system
    ) async throws {
        self.client = client
        self.options = options
        self.time = time
        identity = "aegis/\(runID)"
        let served = try await client.discover(Set(Self.groupVersions))
        paths = Self.groupVersions.flatMap { groupVersion -> [ResourcePath] in
            var found: [ResourcePath] = []
            func add(_ resource: ServedAPI.Resource, _ namespace: String?) {
                // The CRD that kopf ships has no status subresource.
                let part = resource.subresources.contains("status") ? "status" : nil
                found.append(
                    ResourcePath(
                        groupVersion, resource.plural, namespace: namespace, name: options.name,
                        subresource: part))
            }
            if let resource = served.resource("clusterkopfpeerings", in: groupVersion) {
                add(resource, nil)
            }
            if let resource = served.resource("kopfpeerings", in: groupVersion) {
                for namespace in namespaces.sorted() { add(resource, namespace) }
            }
            return found
        }
    }

    package func enter() async throws { try await check() }

    package func check() async throws {
        let now = Timestamp(seconds: time.unixSeconds())
        for path in paths {
            var object = path
            object.subresource = nil
            guard let peering = try await client.document(at: object) else { continue }
            if let peer = KopfPeer.live(in: peering, now: now).first(where: {
                $0.identity != identity && $0.priority >= options.priority
            }) {
                throw ShadowError.occupied(
                    "operator \"\(peer.identity)\" of peering \(options.name) has priority "
                        + "\(peer.priority), not below ours (\(options.priority)); see --priority")
            }
        }
        if options.holds { try await write(entry) }
    }

    package func leave() async {
        // What is left of an entry dies with its lifetime.
        if options.holds { try? await write(.null) }
    }

    private var entry: JSONValue {
        [
            "priority": .int(Int64(options.priority)), "lifetime": .int(Int64(Self.lifetime)),
            "lastseen": .string(Timestamp(seconds: time.unixSeconds()).rfc3339),
        ]
    }

    private func write(_ entry: JSONValue) async throws {
        for path in paths {
            do throws(KubeError) {
                try await client.write(
                    WriteRequest(path, .patch(entry.nested(in: ["status", identity]), .merge)))
            } catch {
                // There may be no peering of this name here.
                guard error.code == .api(404) else { throw error }
            }
        }
    }
}

/// An operator's entry in a peering.
struct KopfPeer: Equatable {
    let identity: String
    let priority: Int

    /// Those that are alive: `lastseen` plus `lifetime` is still to come. Missing fields mean
    /// priority 0, 60 seconds and now; what cannot be read counts as alive.
    static func live(in peering: JSONValue, now: Timestamp) -> [KopfPeer] {
        (peering["status"]?.members ?? []).compactMap { member in
            guard member.value.members != nil else { return nil }
            let seen = member.value["lastseen"]?.text.flatMap(moment) ?? now
            let lifetime = member.value["lifetime"]?.integer ?? 60
            guard seen.adding(seconds: lifetime) > now else { return nil }
            return KopfPeer(
                identity: member.key, priority: member.value["priority"]?.integer ?? 0)
        }
    }

    /// Older versions write UTC without saying so.
    private static func moment(_ text: String) -> Timestamp? {
        Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "Z")
    }
}

extension JSONValue {
    fileprivate var integer: Int? {
        if case .int(let value) = self { Int(clamping: value) } else { nil }
    }
}
