package import ClusterModel

/// The indexes by the names users know them by.
package enum IndexName: String, CaseIterable, Sendable {
    case podHealth = "pod-health"
    case podByLabel = "pod-by-label"
    case deploymentReplica = "deployment-replica"
    case serviceEndpoint = "service-endpoint"
    case nodeResource = "node-resource"
    case owner, image
    case configReference = "config-reference"

    /// Also `pod_health`, `pod_health_index`, `PodHealth` and the like.
    package init?(text: String) {
        let wanted = Self.essence(of: text)
        guard let name = Self.allCases.first(where: { Self.essence(of: $0.rawValue) == wanted })
        else { return nil }
        self = name
    }

    private static func essence(of text: String) -> String {
        let letters = text.lowercased().filter { $0.isLetter }
        return letters.hasSuffix("index") ? String(letters.dropLast(5)) : letters
    }

    /// What the keys are names of: nothing is known without it.
    package var subjects: [Kind] {
        switch self {
        case .podHealth, .podByLabel, .image: [.pod]
        case .deploymentReplica: [.deployment]
        case .serviceEndpoint: [.service]
        case .nodeResource: [.node]
        case .owner: OwnerIndex.kinds
        case .configReference: [.configMap, .secret]
        }
    }

    /// Everything that is read for it.
    package var kinds: [Kind] {
        switch self {
        case .podHealth, .podByLabel, .image, .deploymentReplica, .owner: subjects
        case .serviceEndpoint: [.service, .endpointSlice, .endpoints, .pod]
        case .nodeResource: [.node, .pod]
        case .configReference: [.configMap, .secret, .ingress, .serviceAccount] + OwnerIndex.kinds
        }
    }

    /// True if its entries are about pods, which `--field-selector` selects.
    package var isOfPods: Bool { subjects == [.pod] }
}
