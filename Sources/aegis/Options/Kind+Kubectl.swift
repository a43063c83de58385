import ClusterModel

extension Kind {
    /// As kubectl takes it: `deployment`, `deployments`, `deploy`, `deployments.apps`.
    init?(kubectlName: String) {
        let name = String(kubectlName.lowercased().prefix { $0 != "." })
        guard
            let kind = Self.listed.first(where: {
                $0.name.lowercased() == name || $0.plural == name || $0.shortName == name
            })
        else { return nil }
        self = kind
    }

    static var kubectlNames: [String] {
        listed.flatMap { [$0.name.lowercased(), $0.plural] } + listed.compactMap(\.shortName)
    }

    /// `kubectl api-resources`.
    private var shortName: String? {
        switch self {
        case .configMap: "cm"
        case .cronJob: "cj"
        case .daemonSet: "ds"
        case .deployment: "deploy"
        case .endpoints: "ep"
        case .event: "ev"
        case .horizontalPodAutoscaler: "hpa"
        case .ingress: "ing"
        case .limitRange: "limits"
        case .namespace: "ns"
        case .networkPolicy: "netpol"
        case .node: "no"
        case .persistentVolume: "pv"
        case .persistentVolumeClaim: "pvc"
        case .pod: "po"
        case .podDisruptionBudget: "pdb"
        case .replicaSet: "rs"
        case .resourceQuota: "quota"
        case .service: "svc"
        case .serviceAccount: "sa"
        case .statefulSet: "sts"
        case .storageClass: "sc"
        case .controllerRevision, .endpointSlice, .ingressClass, .job,
            .mutatingWebhookConfiguration, .secret, .user, .validatingWebhookConfiguration:
            nil
        }
    }
}
