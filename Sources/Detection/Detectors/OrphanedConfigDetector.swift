import ClusterModel

/// ConfigMaps and Secrets that nothing refers to.
///
/// - Exceptions: what is younger than the grace; what has an owner or is made by the cluster itself
///   (root certificates, tokens, Helm's releases, leader elections, system namespaces); what some
///   program is known to read through the API; a namesake of a workload, which may do so. Nothing is
///   said unless everything that can refer to them was read.
/// - Severity: low.
/// - Evidence: when it was made.
enum OrphanedConfigDetector: Detector {
    static let rule = Rule(
        "AEG-503", .orphanedConfig, .low, layer: .advice,
        "a ConfigMap or Secret that nothing refers to")

    static func findings(in view: ClusterView) -> [Finding] {
        let snapshot = view.snapshot
        let users: [Kind] = [
            .pod, .cronJob, .daemonSet, .deployment, .job, .replicaSet, .statefulSet,
        ]
        guard users.allSatisfy(snapshot.isComplete) else { return [] }
        let hasSecretUsers =
            snapshot.isComplete(.serviceAccount) && snapshot.isComplete(.ingress)
        let uses = ConfigUses(snapshot)
        let configMaps = snapshot.isComplete(.configMap) ? snapshot.configMaps : []
        let secrets = snapshot.isComplete(.secret) && hasSecretUsers ? snapshot.secrets : []
        return configMaps.filter { !uses.contains($0.key) && isOrphan($0, in: view) }
            .map(finding)
            + secrets.filter { !uses.contains($0.key) && isOrphan($0, in: view) && !$0.isSystem }
            .map(finding)
    }

    private static func isOrphan(_ object: some KubeObject, in view: ClusterView) -> Bool {
        let metadata = object.metadata
        return metadata.ownerReferences.isEmpty && !metadata.isTerminating
            && !view.isFresh(metadata) && !systemNamespaces.contains(metadata.namespace)
            && !metadata.isKnownToolConfig
            && !view.hasWorkload(metadata.namespace, metadata.name)
    }

    private static let systemNamespaces: Set<Symbol> = [
        "kube-system", "kube-public", "kube-node-lease",
    ]

    private static func finding(_ object: some KubeObject) -> Finding {
        let created = object.metadata.creationTimestamp
        return Finding(
            rule, on: object.key, cause: Cause(object.key), title: "nothing refers to it",
            message:
                "\(object.key) is not used: no pod, workload, ServiceAccount or Ingress refers "
                + "to it. A program may still read it through the API.",
            since: created,
            evidence: [Evidence(object.key, "metadata.creationTimestamp", "\(created)")])
    }
}

extension Secret {
    /// Made and used by the cluster or by Helm.
    fileprivate var isSystem: Bool {
        let systemTypes: [Symbol] = [
            "bootstrap.kubernetes.io/token", "helm.sh/release.v1",
            "kubernetes.io/service-account-token",
        ]
        return systemTypes.contains(type) || metadata.name.hasPrefix("sh.helm.release.")
    }
}

extension ObjectMeta {
    /// Published by the control plane, or read through the API by a program that goes by its
    /// labels or annotations.
    fileprivate var isKnownToolConfig: Bool {
        if name == "kube-root-ca.crt" || name == "openshift-service-ca.crt" { return true }
        if annotations["control-plane.alpha.kubernetes.io/leader"] != nil { return true }
        let text = name.string
        if ["-leader", "-leader-election", "-lock"].contains(where: text.hasSuffix) { return true }
        return Self.toolLabels.contains { labels[$0] != nil }
    }

    private static let toolLabels: [Symbol] = [
        "argocd.argoproj.io/secret-type", "controller.cert-manager.io/fao", "grafana_dashboard",
        "grafana_datasource", "OWNER",
    ]
}

extension ClusterView {
    /// Controllers read their ConfigMap by a name given as an argument, most often their own.
    fileprivate func hasWorkload(_ namespace: Symbol, _ name: Symbol) -> Bool {
        let kinds: [Kind] = [.daemonSet, .deployment, .statefulSet]
        return kinds.contains { index.contains(ObjectKey($0, namespace, name)) }
    }
}
