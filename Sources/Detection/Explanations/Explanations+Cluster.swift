// What pods stand on: nodes, admission, quotas, certificates.

extension NodeNotReadyDetector {
    static let explanation = Explanation(
        meaning: """
            A node's kubelet is not ready or does not report. Its pods count as not ready, and \
            after five minutes by default they are evicted and made anew elsewhere, if there is \
            room.
            """,
        detection: """
            The Ready condition of a node is not True, or there is none once the node is older \
            than the grace (--grace). Its pods that are not ready, and their workloads, are part \
            of this incident.
            """,
        exceptions: [
            "nodes that have just joined",
            "nodes being deleted, or that Cluster Autoscaler or Karpenter is taking away",
        ],
        causes: [
            "the machine is down, or cut off from the control plane",
            "the kubelet or the container runtime has stopped",
            "the network plugin is not ready",
            "the kubelet's certificate has expired",
        ],
        commands: [
            .init("kubectl describe node/NODE", "its conditions and last heartbeat"),
            .init("kubectl get pods -A --field-selector=spec.nodeName=NODE", "what it carried"),
            .init("journalctl -u kubelet --since -1h", "on the node: what the kubelet says"),
        ])
}

extension NodePressureDetector {
    static let explanation = Explanation(
        meaning: """
            A node runs short of memory, disk or process ids, or has no network. It takes no new \
            pods of most kinds and evicts some of those it has. Or a node is cordoned although \
            pods wait for the room it has.
            """,
        detection: """
            A ready node has MemoryPressure, DiskPressure, PIDPressure or NetworkUnavailable; or \
            it is cordoned, and a pod that no other node takes would fit it (medium).
            """,
        exceptions: [
            "nodes that are not ready, whose conditions are stale: NodeNotReady",
            "cordoned nodes that no pod waits for",
        ],
        causes: [
            "pods without memory limits, or whose requests are far below what they use",
            "images and logs that fill the disk",
            "a maintenance that ended without uncordoning the node",
        ],
        commands: [
            .init("kubectl describe node/NODE", "its conditions and what is requested of it"),
            .init("kubectl top pods -A --sort-by=memory", "who uses most"),
            .init("kubectl uncordon NODE", "let pods come again, when it is whole"),
        ])
}

extension QuotaExceededDetector {
    static let explanation = Explanation(
        meaning: """
            A namespace's ResourceQuota or LimitRange keeps a workload from getting its pods, or a \
            quota is nearly used up, so that the next roll-out may fail.
            """,
        detection: """
            A controller that lacks pods reports that creating them is refused by a quota or a \
            LimitRange (high); or 95 % or more of a quota is used (medium).
            """,
        exceptions: [
            "refusals that have passed: the controller has its pods"
        ],
        causes: [
            "more replicas, or larger requests, than the quota was made for",
            "a surge during a roll-out that needs more than the quota leaves",
            "pods without requests in a namespace whose quota demands them",
            "a LimitRange whose maximum is below what a container asks for",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE resourcequotas,limitranges", "used, of what"),
            .init(
                "kubectl get events -n NAMESPACE --field-selector=reason=FailedCreate",
                "the refusals, word for word"),
        ])
}

extension WebhookFailingDetector {
    static let explanation = Explanation(
        meaning: """
            The API server must ask an admission webhook before it accepts some requests, and \
            nobody is there to answer. All these requests are refused: often, no pod can be \
            created in the whole cluster.
            """,
        detection: """
            A mutating or validating webhook whose failurePolicy is Fail names a Service that does \
            not exist or has no ready pod.
            """,
        exceptions: [
            "a failurePolicy of Ignore",
            "webhooks at a URL, which cannot be judged from inside",
            "Services or pods that could not be read",
            "pods that have just been created",
        ],
        causes: [
            "the program was removed, and its webhook configuration was left",
            "its own pods cannot start, sometimes because the webhook refuses them",
            "it was scaled to 0",
        ],
        commands: [
            .init(
                "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations",
                "what is asked"),
            .init("kubectl get pods -n NAMESPACE -o wide", "whether the webhook's pods run"),
            .init(
                "kubectl delete validatingwebhookconfiguration/NAME",
                "if the program is gone for good"),
        ])
}

extension CertificateExpiredDetector {
    static let explanation = Explanation(
        meaning: """
            A certificate has expired, or will soon. Clients refuse connections that it serves; if \
            it is your own, the API server will refuse you.
            """,
        detection: """
            The date in a TLS Secret, or in the client certificate that the scan was made with, is \
            past or within 14 days. Only the dates are read, never the key.
            """,
        exceptions: [
            "certificates made for three days or less, until the last quarter of their life",
            "Secrets whose certificate could not be read",
        ],
        causes: [
            "renewal fails: cert-manager cannot reach the issuer, or a challenge does not pass",
            "a certificate that was made by hand, once",
            "kubeadm's certificates, which last a year and are renewed by an upgrade",
        ],
        commands: [
            .init("kubectl describe -n NAMESPACE certificate/NAME", "why cert-manager fails"),
            .init(
                "kubectl get -n NAMESPACE secret/NAME -o jsonpath='{.data.tls\\.crt}' "
                    + "| base64 -d | openssl x509 -noout -dates",
                "its dates"),
            .init("kubeadm certs check-expiration", "on a control plane node"),
        ])
}
