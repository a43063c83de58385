import ClusterModel

/// Names that do not resolve: pods whose last words say so, and a cluster DNS without ready pods.
///
/// - Exceptions: image pulls and mounts that fail by DNS (ImagePullBackOff, VolumeMount): the node
///   resolves those; containers that have recovered; a policy that keeps a pod from the name server
///   (NetworkPolicyBlocking); anything older than the window.
/// - Severity: medium; high for the cluster DNS itself.
/// - Evidence: the message with the name; the DNS pods.
enum DNSFailureDetector: Detector {
    static let rule = Rule(
        "AEG-405", .dnsFailure, .medium, layer: .placement,
        "names do not resolve for a workload, or the cluster DNS is down")

    static func findings(in view: ClusterView) -> [Finding] {
        let dns = ClusterDNS(view)
        let outage = outage(of: dns, in: view)
        return (outage.map { [$0] } ?? []) + fromPods(dns, in: view, outage: outage?.cause)
    }

    private static func fromPods(
        _ dns: ClusterDNS, in view: ClusterView, outage: Cause?
    ) -> [Finding] {
        // Who is kept from asking is NetworkPolicyBlocking's, unless that is turned off.
        let policies =
            view.settings.isDisabled(NetworkPolicyBlockingDetector.rule)
            ? nil : NetworkPolicyEvaluator(view.snapshot)
        return view.suspects.compactMap { pod in
            for message in view.messages(about: pod) where message.isFromInside {
                guard let signature = MessageSignature(message.text),
                    let host = host(in: signature)
                else { continue }
                if case .nameServerSilent = signature, let policies, outage == nil,
                    dns.block(of: pod, by: policies) != nil
                {
                    return nil
                }
                return Finding(
                    rule, on: pod.key,
                    cause: outage ?? view.workloadCause(of: pod, detail: host),
                    severity: outage == nil ? nil : .high,
                    title: host.isEmpty ? "names do not resolve" : "\"\(host)\" does not resolve",
                    message: .message(pod, host), since: message.moment,
                    evidence: [Evidence(pod.key, message.path, "\(signature)")],
                    explainedBy: view.foundations(of: pod))
            }
            return nil
        }
    }

    private static func host(in signature: MessageSignature) -> String? {
        switch signature {
        case .nameNotFound(let host), .nameServerSilent(let host): host
        default: nil
        }
    }

    private static func outage(of dns: ClusterDNS, in view: ClusterView) -> Finding? {
        guard let service = dns.service, view.snapshot.isComplete(.pod, in: "kube-system"),
            let backends = view.backends(of: service), view.isOutage(backends),
            !view.isFresh(service.metadata),
            !backends.pods.contains(where: { view.isFresh($0.metadata) })
        else { return nil }
        // Without pods it is for their workload to have some.
        let workloads =
            backends.pods.isEmpty
            ? WorkloadLabels(view.snapshot).matching(service.spec.selector, in: "kube-system")
            : []
        return Finding(
            rule, on: service.key, cause: Cause(service.key), severity: .high,
            title: "the cluster DNS has no ready pod", message: .outage(backends),
            since: backends.unreadySince,
            evidence: [
                Evidence(
                    service.key, "spec.selector", service.spec.selector.text,
                    note: "\(backends.pods.count) pods, 0 ready")
            ], explainedBy: backends.pods.flatMap(view.foundations),
            affected: backends.pods.map(\.key) + workloads.map(\.key))
    }
}

extension String {
    fileprivate static func message(_ pod: Pod, _ host: String) -> String {
        "\(pod.key) cannot resolve \(host.isEmpty ? "names" : "\"\(host)\""), and says so as it ends."
    }

    fileprivate static func outage(_ backends: ServiceBackends) -> String {
        let count = backends.pods.count
        return "No pod behind \(backends.service.key) is ready (\(count) in all), so names resolve "
            + "for nobody in the cluster."
    }
}
