import ClusterModel

/// Selectors that match no pod but nearly match a workload's: a letter or a key is off. Those of
/// NetworkPolicies, and those by which a template says which pods to be near to, away from or spread
/// among.
///
/// - Exceptions: selectors that are far from everything (they may wait for pods to come); those of
///   other namespaces; Services, which ServiceNoEndpoints judges; PodDisruptionBudgets, which
///   PDBBlocking judges.
/// - Severity: low.
/// - Evidence: the selector, the nearest labels.
enum SelectorMismatchDetector: Detector {
    static let rule = Rule(
        "AEG-502", .selectorMismatch, .low, layer: .advice,
        "a policy's or template's selector matches no pod but nearly matches a workload's labels")

    static func findings(in view: ClusterView) -> [Finding] {
        let labels = WorkloadLabels(view.snapshot)
        let choosers =
            view.snapshot.networkPolicies.map {
                Chooser(of: $0, $0.selectors)
            } + view.snapshot.deployments.map(others) + view.snapshot.statefulSets.map(others)
            + view.snapshot.daemonSets.map(others)
        let misses = choosers.flatMap { idle($0, labels, in: view) }
        return misses.prefix(nearestNameLimit).compactMap { chooser, path, selector in
            labels.nearest(to: selector.matchLabels, in: chooser.metadata.namespace)
                .map { finding(chooser, path, selector.matchLabels, $0) }
        }
    }

    /// An object with the selectors by which it picks pods of its own namespace.
    private struct Chooser {
        let key: ObjectKey
        let metadata: ObjectMeta
        let selectors: [(path: String, selector: LabelSelector)]

        init(of object: some KubeObject, _ selectors: [(path: String, selector: LabelSelector)]) {
            key = object.key
            metadata = object.metadata
            self.selectors = selectors
        }
    }

    /// Most templates mean their own pods.
    private static func others(_ workload: some Workload) -> Chooser {
        let own = workload.template.metadata.labels
        return Chooser(
            of: workload, workload.template.spec.selectors.filter { !$0.selector.matches(own) })
    }

    private static func idle(
        _ chooser: Chooser, _ labels: WorkloadLabels, in view: ClusterView
    ) -> [(Chooser, path: String, selector: LabelSelector)] {
        let namespace = chooser.metadata.namespace
        guard view.snapshot.isComplete(.pod, in: namespace) else { return [] }
        return chooser.selectors.filter { _, selector in
            !selector.matchLabels.isEmpty
                && labels.matching(selector.matchLabels, in: namespace).isEmpty
                && !view.index.hasPods(inNamespace: namespace, matching: selector)
        }.map { (chooser, $0.path, $0.selector) }
    }

    private static func finding(
        _ chooser: Chooser, _ path: String, _ selector: StringMap, _ near: NearMiss
    ) -> Finding {
        let key = chooser.key
        let labels = near.found.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return Finding(
            rule, on: key, cause: Cause(key, detail: path),
            title: "selector \(selector.text) nearly matches \(near.workload)",
            message: "\(key) selects \(selector.text) at \(path), which matches no pod; "
                + "\(near.workload == key ? "its own template" : "\(near.workload)") has \(labels).",
            since: chooser.metadata.creationTimestamp,
            evidence: [
                Evidence(key, path, selector.text, note: "0 pods"),
                Evidence(near.workload, "spec.template.metadata.labels", labels),
            ])
    }
}

extension PodSpec {
    /// The selectors that pick pods of the pod's own namespace.
    fileprivate var selectors: [(path: String, selector: LabelSelector)] {
        let spread = self.topologySpreadConstraints.enumerated().compactMap { i, constraint in
            constraint.labelSelector.map {
                ("spec.template.spec.topologySpreadConstraints[\(i)].labelSelector", $0)
            }
        }
        return spread + terms(self.affinity?.podAffinity, "podAffinity")
            + terms(self.affinity?.podAntiAffinity, "podAntiAffinity")
    }

    private func terms(
        _ affinity: PodAffinity?, _ name: String
    ) -> [(path: String, selector: LabelSelector)] {
        (affinity?.required ?? []).enumerated().compactMap { i, term in
            guard term.namespaces.isEmpty, term.namespaceSelector == nil else { return nil }
            let list = "requiredDuringSchedulingIgnoredDuringExecution[\(i)]"
            return term.labelSelector.map {
                ("spec.template.spec.affinity.\(name).\(list).labelSelector", $0)
            }
        }
    }
}

extension NetworkPolicy {
    /// The selectors that pick pods of the policy's own namespace.
    fileprivate var selectors: [(path: String, selector: LabelSelector)] {
        let sources = spec.ingress.enumerated().flatMap { i, rule in
            rule.from.enumerated().compactMap { j, peer in
                peer.own.map { ("spec.ingress[\(i)].from[\(j)].podSelector", $0) }
            }
        }
        let targets = spec.egress.enumerated().flatMap { i, rule in
            rule.to.enumerated().compactMap { j, peer in
                peer.own.map { ("spec.egress[\(i)].to[\(j)].podSelector", $0) }
            }
        }
        return [("spec.podSelector", spec.podSelector)] + sources + targets
    }
}

extension NetworkPolicyPeer {
    fileprivate var own: LabelSelector? { namespaceSelector == nil ? podSelector : nil }
}
