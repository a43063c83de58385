import ClusterModel

/// Names that do not resolve: pods whose last words say so, and a cluster DNS without ready pods.
///
/// - Exceptions: image pulls that fail by DNS (ImagePullBackOff); anything older than the window.
/// - Severity: medium; high for the cluster DNS itself.
/// - Evidence: the message with the name; the DNS pods.
enum DNSFailureDetector: Detector {
    static let rule = Rule(
        "AEG-405", .dnsFailure, .medium, layer: .placement,
        "names do not resolve for a workload, or the cluster DNS is down")

    static func findings(in view: ClusterView) -> [Finding] {
        let outage = outage(in: view)
        return (outage.map { [$0] } ?? []) + fromPods(in: view, outage: outage?.cause)
    }

    private static func fromPods(in view: ClusterView, outage: Cause?) -> [Finding] {
        view.suspects.compactMap { pod in
            for message in view.messages(about: pod) {
                guard let signature = MessageSignature(message.text),
                    let host = host(in: signature)
                else { continue }
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

    /// The Service of the cluster DNS is called kube-dns whatever serves it.
    private static func outage(in view: ClusterView) -> Finding? {
        guard let service = view.index.service("kube-system", "kube-dns"),
            view.snapshot.isComplete(.pod, in: "kube-system"),
            let backends = view.backends(of: service), backends.ready.isEmpty,
            !view.isFresh(service.metadata),
            !backends.pods.contains(where: { view.isFresh($0.metadata) })
        else { return nil }
        return Finding(
            rule, on: service.key, cause: Cause(service.key), severity: .high,
            title: "the cluster DNS has no ready pod", message: .outage(backends),
            evidence: [
                Evidence(
                    service.key, "spec.selector", service.spec.selector.text,
                    note: "\(backends.pods.count) pods, 0 ready")
            ], explainedBy: backends.pods.flatMap(view.foundations),
            affected: backends.pods.map(\.key))
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
