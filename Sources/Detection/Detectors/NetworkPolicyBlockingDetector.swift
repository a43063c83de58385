import ClusterModel

/// NetworkPolicies that cut a Service off from a workload which is set up to use it.
///
/// A workload is a Service's client if a variable of its containers points at the Service, or if a
/// pod of it says that it cannot connect. The policies of both ends are then evaluated. A pod that
/// says that the name server does not answer is that one's client.
///
/// - Exceptions: a policy that cuts off nobody known, a default-deny among them; what address
///   ranges might allow; Services without ready pods.
/// - Severity: medium.
/// - Evidence: the client's variable or message, the policies that select the blocked end.
enum NetworkPolicyBlockingDetector: Detector {
    static let rule = Rule(
        "AEG-406", .networkPolicyBlocking, .medium, layer: .placement,
        "a NetworkPolicy keeps a workload from a Service that it uses")

    static func findings(in view: ClusterView) -> [Finding] {
        let policies = NetworkPolicyEvaluator(view.snapshot)
        if policies.isEmpty { return [] }
        let names = ServiceNames(view.index)
        var judged: Set<String> = []
        var servers: [ObjectKey: [Pod]] = [:]
        let cutOff = view.snapshot.pods.flatMap { pod -> [Finding] in
            guard !pod.isFinished, !pod.spec.hostNetwork else { return [] }
            return uses(of: pod, names, in: view).compactMap { use in
                // Pods of one workload are alike to policies: the first speaks for all, except that
                // each which complains is explained by it.
                let id = "\(view.index.workload(of: pod)) \(use.service.key) \(use.port)"
                guard judged.insert(id).inserted || use.isComplaint else { return nil }
                let key = use.service.key
                if servers[key] == nil {
                    servers[key] = policies.kinds(of: view.backends(of: use.service)?.ready ?? [])
                }
                return finding(pod, use, servers[key] ?? [], policies, in: view)
            }
        }
        return cutOff + withoutNames(policies, in: view)
    }

    /// Pods that get no answer from the name server since they are kept from asking.
    private static func withoutNames(
        _ policies: NetworkPolicyEvaluator, in view: ClusterView
    ) -> [Finding] {
        let dns = ClusterDNS(view)
        return view.suspects.compactMap { pod in
            let complaint = view.messages(about: pod).lazy.filter(\.isFromInside)
                .compactMap { message in MessageSignature(message.text).map { (message, $0) } }
                .first { if case .nameServerSilent = $0.1 { true } else { false } }
            guard let (message, signature) = complaint,
                let block = dns.block(of: pod, by: policies), let policy = block.policies.first
            else { return nil }
            let workload = view.index.workload(of: pod)
            return Finding(
                rule, on: pod.key, cause: Cause(policy.key, detail: "\(workload) port 53"),
                title: "blocks \(workload) from the name server",
                message: .nameServer(policy, block, workload, signature),
                since: policy.setAt,
                evidence: [Evidence(pod.key, message.path, "\(signature)")] + block.evidence,
                explainedBy: view.foundations(of: pod))
        }
    }

    /// A Service that a pod is set up to use, with the proof.
    private struct Use {
        let service: Service
        /// The Service's port; 0 where not known.
        let port: Int
        let evidence: Evidence
        /// The client says so itself; then this explains its failures too.
        let isComplaint: Bool
    }

    private static func uses(
        of pod: Pod, _ names: ServiceNames, in view: ClusterView
    ) -> [Use] {
        let namespace = pod.metadata.namespace
        var uses: [Use] = []
        for (i, container) in pod.spec.containers.enumerated() {
            for (j, variable) in container.env.enumerated() where !variable.target.host.isEmpty {
                guard let service = names.service(variable.target.host, from: namespace) else {
                    continue
                }
                let place = "spec.containers[\(i)].env[\(j)].value"
                let target = "\(variable.target.host)"
                uses.append(
                    Use(
                        service: service, port: variable.target.port,
                        evidence: Evidence(
                            pod.key, place, target, note: "\(variable.name) points here"),
                        isComplaint: false))
            }
        }
        return uses + complaints(of: pod, names, in: view)
    }

    private static func complaints(
        of pod: Pod, _ names: ServiceNames, in view: ClusterView
    ) -> [Use] {
        if pod.isPlainlyHealthy { return [] }
        return view.messages(about: pod).compactMap { message in
            guard message.isFromInside, let signature = MessageSignature(message.text),
                case .connectionTimeout(let target) = signature
            else { return nil }
            let (host, port) = target.hostAndPort
            guard let service = names.service(Symbol(host), from: pod.metadata.namespace) else {
                return nil
            }
            return Use(
                service: service, port: port ?? 0,
                evidence: Evidence(pod.key, message.path, "\(signature)"), isComplaint: true)
        }
    }

    private static func finding(
        _ client: Pod, _ use: Use, _ servers: [Pod], _ policies: NetworkPolicyEvaluator,
        in view: ClusterView
    ) -> Finding? {
        let ports = use.service.spec.ports.filter { use.port == 0 || $0.port == use.port }
        guard let port = ports.first,
            let block = servers.block(from: client, port.target, port.protocol, by: policies),
            let policy = block.policies.first
        else { return nil }
        let workload = view.index.workload(of: client)
        return Finding(
            rule, on: use.isComplaint ? client.key : policy.key,
            cause: Cause(policy.key, detail: "\(workload) \(use.service.key)"),
            title: "blocks \(workload) from \(use.service.key)",
            message: .message(policy, block, workload, use.service, port),
            since: policy.setAt, evidence: [use.evidence] + block.evidence,
            explainedBy: view.foundations(of: client))
    }
}

extension NetworkPolicyEvaluator.Block {
    fileprivate var evidence: [Evidence] {
        policies.map { Evidence($0.key, "spec.\(direction.rawValue)", "no rule lets it through") }
    }
}

extension String {
    fileprivate static func nameServer(
        _ policy: NetworkPolicy, _ block: NetworkPolicyEvaluator.Block, _ client: ObjectKey,
        _ complaint: MessageSignature
    ) -> String {
        let end = block.direction == .egress ? "out to" : "in to"
        return "\(policy.key) lets nothing of \(client) \(end) the name server (UDP port 53), and "
            + "no other policy does; \(client) says: \(complaint)."
    }

    fileprivate static func message(
        _ policy: NetworkPolicy, _ block: NetworkPolicyEvaluator.Block, _ client: ObjectKey,
        _ service: Service, _ port: ServicePort
    ) -> String {
        let end =
            block.direction == .ingress
            ? "lets nothing of \(client) in to the pods of \(service.key)"
            : "lets nothing of \(client) out to \(service.key)"
        return "\(policy.key) \(end) (port \(port.port)), and no other policy does; \(client) is "
            + "set up to use it."
    }
}
