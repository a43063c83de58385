// Advice: nothing is broken now. Only reported with `--level low`.

extension ResourceMisconfigDetector {
    static let explanation = Explanation(
        meaning: """
            A container says too little of what it needs, or its image may be another one \
            tomorrow. The scheduler then places it blindly, it is among the first to be evicted, \
            and a restart may bring a new version.
            """,
        detection: """
            A template has a container without a CPU or memory request, without a memory limit, \
            with a limit below its request, or with an image without a tag or with the tag latest. \
            Once for a workload.
            """,
        exceptions: [
            "a missing CPU limit, which would slow a container down but ends nothing",
            "what the pod itself or a LimitRange of the namespace fills in",
            "init containers; images named by digest",
            "finished pods and Jobs, and what another workload makes",
        ],
        causes: [
            "a first draft that went to production",
            "a sidecar that was injected without resources",
        ],
        commands: [
            .init("kubectl top pods -n NAMESPACE --containers", "what they use"),
            .init(
                "kubectl set resources -n NAMESPACE deployment/NAME "
                    + "--requests=cpu=CPU,memory=SIZE --limits=memory=SIZE",
                "say so"),
        ])
}

extension SelectorMismatchDetector {
    static let explanation = Explanation(
        meaning: """
            A selector matches no pod and is nearly another: a letter or a key is off. A policy \
            then protects or admits nobody, a spreading or affinity rule has no effect or cannot \
            be met.
            """,
        detection: """
            The pod selectors of NetworkPolicies, of topology spread constraints and of required \
            pod affinity and anti-affinity match no pod of their namespace, and nearly match a \
            workload's labels.
            """,
        exceptions: [
            "selectors that are far from everything: they may wait for pods to come",
            "selectors of other namespaces",
            "Services (ServiceNoEndpoints) and PodDisruptionBudgets (PDBBlocking)",
        ],
        causes: [
            "a typing error",
            "labels that were renamed in the workload alone",
            "app where app.kubernetes.io/name is meant",
        ],
        commands: [
            .init("kubectl get pods -n NAMESPACE --show-labels", "what there is to select"),
            .init("kubectl get -n NAMESPACE KIND/NAME -o yaml", "the selector"),
        ])
}

extension OrphanedConfigDetector {
    static let explanation = Explanation(
        meaning: """
            A ConfigMap or Secret is used by nothing that could be seen. It may be left over; a \
            Secret that nobody needs is one that can only leak.
            """,
        detection: """
            No pod, workload, ServiceAccount or Ingress refers to it, it is older than the grace \
            (--grace) and has no owner.
            """,
        exceptions: [
            "what the cluster makes itself: root certificates, tokens, leader elections",
            "Helm's releases, and system namespaces",
            "what some program is known to read through the API (Argo CD, Grafana, cert-manager)",
            "a namesake of a workload, which may read it through the API",
            "everything, unless all that can refer to it was read",
        ],
        causes: [
            "the workload was deleted and its configuration was not",
            "a generator that adds a hash to the name at each change",
        ],
        commands: [
            .init("kubectl get -n NAMESPACE KIND/NAME --show-labels", "where it comes from"),
            .init("kubectl get pods -n NAMESPACE -o yaml | grep NAME", "a last look for its name"),
        ])
}

extension NameServerLimitsDetector {
    static let explanation = Explanation(
        meaning: """
            A node's resolver configuration names more servers or search domains than a pod can \
            have. The kubelet leaves some out, and names that need them may not resolve.
            """,
        detection: """
            A warning DNSConfigForming of the last hour (--since) about a pod that still exists. \
            One incident per node.
            """,
        exceptions: [
            "older warnings, or about pods that are gone"
        ],
        causes: [
            "more than three name servers in the node's resolv.conf",
            "a VPN or cloud agent that adds search domains",
        ],
        commands: [
            .init(
                "kubectl get events -A --field-selector=reason=DNSConfigForming",
                "what is left out"),
            .init("cat /etc/resolv.conf", "on the node: what it names"),
        ])
}
