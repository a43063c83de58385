package import ClusterModel

/// What a server has, as far as it was asked about.
package struct ServedAPI: Sendable, Equatable {
    package struct Resource: Sendable, Hashable {
        package var plural: String
        package var kind: String
        package var isNamespaced: Bool
        package var verbs: [String]
        package var subresources: [String] = []
    }

    /// Whether a kind can be asked for, and as what.
    package enum Availability: Sendable, Equatable {
        case served(GroupVersion)
        case absent
        /// Its group could not be looked into.
        case unknown(reason: String)
    }

    package private(set) var resources: [GroupVersion: [Resource]] = [:]
    /// Groups whose own server did not answer.
    package private(set) var failures: [GroupVersion: String] = [:]

    package init() {}

    /// The best version of a kind that the server has and aegis reads.
    package func availability(of kind: Kind) -> Availability {
        for groupVersion in kind.groupVersions where has(kind.plural, in: groupVersion) {
            return .served(groupVersion)
        }
        for groupVersion in kind.groupVersions {
            if let reason = failures[groupVersion] { return .unknown(reason: reason) }
        }
        return .absent
    }

    /// The path to list a kind at; `nil` where it is absent or unknown.
    package func path(to kind: Kind, namespace: String? = nil) -> ResourcePath? {
        guard case .served(let groupVersion) = availability(of: kind) else { return nil }
        return ResourcePath(
            groupVersion, kind.plural, namespace: kind.isNamespaced ? namespace : nil)
    }

    package func resource(_ plural: String, in groupVersion: GroupVersion) -> Resource? {
        resources[groupVersion]?.first { $0.plural == plural }
    }

    private func has(_ plural: String, in groupVersion: GroupVersion) -> Bool {
        resource(plural, in: groupVersion)?.verbs.contains("list") ?? false
    }

    mutating func add(_ found: [Resource], in groupVersion: GroupVersion) {
        resources[groupVersion] = found
    }

    mutating func fail(_ groupVersion: GroupVersion, _ reason: String) {
        failures[groupVersion] = reason
    }
}

extension ServedAPI {
    /// Takes what the aggregated form says.
    mutating func add(_ document: DiscoveryDocument) {
        for group in document.items {
            for version in group.versions {
                let groupVersion = GroupVersion(group.metadata.name, version.version)
                if version.freshness == "Stale", version.resources.isEmpty {
                    fail(groupVersion, "the server behind \(groupVersion.text) does not answer")
                } else {
                    add(version.resources.map(Resource.init), in: groupVersion)
                }
            }
        }
    }
}

extension ServedAPI.Resource {
    init(_ found: DiscoveredResource) {
        self.init(
            plural: found.resource, kind: found.responseKind.kind,
            isNamespaced: found.scope == "Namespaced", verbs: found.verbs,
            subresources: found.subresources.map(\.subresource))
    }

    /// Folds `pods/log` into `pods`.
    static func list(_ found: [ListedResource]) -> [ServedAPI.Resource] {
        found.filter { !$0.name.contains("/") }.map { resource in
            let prefix = resource.name + "/"
            let subresources = found.filter { $0.name.hasPrefix(prefix) }
                .map { String($0.name.dropFirst(prefix.count)) }
            return ServedAPI.Resource(
                plural: resource.name, kind: resource.kind, isNamespaced: resource.namespaced,
                verbs: resource.verbs, subresources: subresources)
        }
    }
}
