/// Every kind aegis reads, with how the API names it.
package enum Kind: UInt8, CaseIterable, Sendable {
    case configMap, controllerRevision, cronJob, daemonSet, deployment, endpoints, endpointSlice
    case event, horizontalPodAutoscaler, ingress, ingressClass, job, limitRange
    case mutatingWebhookConfiguration, namespace, networkPolicy, node, persistentVolume
    case persistentVolumeClaim, pod, podDisruptionBudget, replicaSet, resourceQuota, secret
    case service, serviceAccount, statefulSet, storageClass, validatingWebhookConfiguration
    /// The kubeconfig's user: no object of the API, but one whose certificate can expire.
    case user

    /// The kinds that sources can read.
    package static let listed = allCases.filter { $0 != .user }

    /// Those that are judged. The others are history, which only helps to explain.
    package static let judged = listed.filter { $0 != .controllerRevision }

    /// The kind as objects name it, `Pod`.
    package var name: String { Self.names[Int(rawValue)] }

    private static let names = allCases.map { kind in
        let text = "\(kind)"
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static let byName = Dictionary(uniqueKeysWithValues: listed.map { ($0.name, $0) })

    package init?(name: String) {
        guard let kind = Self.byName[name] else { return nil }
        self = kind
    }

    /// From the resource's name as kubectl takes it, `pod` or `pods`, whatever its case.
    package init?(resource: String) {
        guard let kind = Self.byResource[resource.lowercased()] else { return nil }
        self = kind
    }

    private static let byResource = Dictionary(
        listed.flatMap { [($0.name.lowercased(), $0), ($0.plural, $0)] },
        uniquingKeysWith: { first, _ in first })

    /// The resource as paths and RBAC name it, `pods`.
    package var plural: String {
        switch self {
        case .endpoints: "endpoints"
        case .ingress, .ingressClass, .storageClass: name.lowercased() + "es"
        case .networkPolicy: "networkpolicies"
        default: name.lowercased() + "s"
        }
    }

    package var isNamespaced: Bool {
        switch self {
        case .ingressClass, .mutatingWebhookConfiguration, .namespace, .node, .persistentVolume,
            .storageClass, .user, .validatingWebhookConfiguration:
            false
        default: true
        }
    }

    /// The API groups and versions that aegis can read, the best first. The older ones have the
    /// same fields by name and by number, so one declaration reads them all.
    package var groupVersions: [GroupVersion] {
        switch self {
        case .cronJob: [GroupVersion("batch", "v1"), GroupVersion("batch", "v1beta1")]
        case .controllerRevision, .daemonSet, .deployment, .replicaSet, .statefulSet:
            [GroupVersion("apps", "v1")]
        case .endpointSlice:
            [GroupVersion("discovery.k8s.io", "v1"), GroupVersion("discovery.k8s.io", "v1beta1")]
        case .horizontalPodAutoscaler:
            [GroupVersion("autoscaling", "v2"), GroupVersion("autoscaling", "v2beta2")]
        case .ingress, .ingressClass:
            [GroupVersion("networking.k8s.io", "v1"), GroupVersion("networking.k8s.io", "v1beta1")]
        case .job: [GroupVersion("batch", "v1")]
        case .mutatingWebhookConfiguration, .validatingWebhookConfiguration:
            [GroupVersion("admissionregistration.k8s.io", "v1")]
        case .networkPolicy: [GroupVersion("networking.k8s.io", "v1")]
        case .podDisruptionBudget:
            [GroupVersion("policy", "v1"), GroupVersion("policy", "v1beta1")]
        case .storageClass: [GroupVersion("storage.k8s.io", "v1")]
        default: [GroupVersion("", "v1")]
        }
    }

    /// The `apiVersion` that reports name this kind with.
    package var apiVersion: String { groupVersions[0].text }
}

/// An API group and one of its versions; the core group is the empty one.
package struct GroupVersion: Hashable, Sendable {
    package let group: String
    package let version: String

    package init(_ group: String, _ version: String) {
        self.group = group
        self.version = version
    }

    /// `apps/v1`, and `v1` for the core group.
    package var text: String { group.isEmpty ? version : "\(group)/\(version)" }
}
