import ClusterModel

/// Selectors of policies that match no pod but nearly match a workload's: a letter or a key is off.
///
/// - Exceptions: selectors that are far from everything (they may wait for pods to come); Services,
///   which ServiceNoEndpoints judges; PodDisruptionBudgets, which PDBBlocking judges.
/// - Severity: low.
/// - Evidence: the selector, the nearest labels.
enum SelectorMismatchDetector: Detector {
    static let rule = Rule(
        "AEG-502", .selectorMismatch, .low, layer: .advice,
        "a policy's selector matches no pod but nearly matches a workload's labels")

    static func findings(in view: ClusterView) -> [Finding] {
        let labels = WorkloadLabels(view.snapshot)
        return view.snapshot.networkPolicies.flatMap { policy -> [Finding] in
            let namespace = policy.metadata.namespace
            guard view.snapshot.isComplete(.pod, in: namespace) else { return [] }
            return policy.selectors.compactMap { path, selector in
                guard !selector.matchLabels.isEmpty,
                    !view.index.hasPods(inNamespace: namespace, matching: selector),
                    labels.matching(selector.matchLabels, in: namespace).isEmpty,
                    let near = labels.nearest(to: selector.matchLabels, in: namespace)
                else { return nil }
                return finding(policy, path, selector.matchLabels, near)
            }
        }
    }

    private static func finding(
        _ policy: NetworkPolicy, _ path: String, _ selector: StringMap, _ near: NearMiss
    ) -> Finding {
        let labels = near.found.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return Finding(
            rule, on: policy.key, cause: Cause(policy.key, detail: path),
            title: "selector \(selector.text) nearly matches \(near.workload)",
            message: "\(policy.key) selects \(selector.text) at \(path), which matches no pod; "
                + "\(near.workload) has \(labels).",
            since: policy.metadata.creationTimestamp,
            evidence: [
                Evidence(policy.key, path, selector.text, note: "0 pods"),
                Evidence(near.workload, "spec.template.metadata.labels", labels),
            ])
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
