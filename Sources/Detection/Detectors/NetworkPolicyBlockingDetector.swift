import ClusterModel

/// NetworkPolicies that cut a Service off from a workload which is set up to use it.
///
/// A workload is a Service's client if a variable of its containers points at the Service, or if a
/// pod of it says that it cannot connect. The policies of both ends are then evaluated.
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
        let evaluator = NetworkPolicyEvaluator(view.snapshot)
        if evaluator.isEmpty { return [] }
        let names = ServiceNames(view.index)
        var judged: Set<String> = []
        return view.snapshot.pods.flatMap { pod -> [Finding] in
            guard !pod.isFinished, !pod.spec.hostNetwork else { return [] }
            return uses(of: pod, names, in: view).compactMap { use in
                // Pods of one workload are alike to policies: the first speaks for all.
                let id = "\(view.index.workload(of: pod)) \(use.service.key) \(use.port)"
                guard judged.insert(id).inserted else { return nil }
                return finding(pod, use, evaluator, in: view)
            }
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
            guard let signature = MessageSignature(message.text),
                case .connectionTimeout(let target) = signature
            else { return nil }
            let parts = target.split(separator: ":").map(String.init)
            guard let host = parts.first,
                let service = names.service(Symbol(host), from: pod.metadata.namespace)
            else { return nil }
            return Use(
                service: service, port: parts.count == 2 ? Int(parts[1]) ?? 0 : 0,
                evidence: Evidence(pod.key, message.path, "\(signature)"), isComplaint: true)
        }
    }

    private static func finding(
        _ client: Pod, _ use: Use, _ evaluator: NetworkPolicyEvaluator, in view: ClusterView
    ) -> Finding? {
        let ports = use.service.spec.ports.filter { use.port == 0 || $0.port == use.port }
        guard let server = view.backends(of: use.service)?.ready.first, let port = ports.first,
            let block = evaluator.block(
                from: client, to: server, port: port.target, proto: port.protocol),
            let policy = block.policies.first
        else { return nil }
        let workload = view.index.workload(of: client)
        let evidence = block.policies.map {
            Evidence($0.key, "spec.\(block.direction.rawValue)", "no rule lets it through")
        }
        return Finding(
            rule, on: use.isComplaint ? client.key : policy.key,
            cause: Cause(policy.key, detail: "\(workload) \(use.service.key)"),
            title: "blocks \(workload) from \(use.service.key)",
            message: .message(policy, block, workload, use.service, port),
            since: policy.metadata.creationTimestamp, evidence: [use.evidence] + evidence,
            explainedBy: view.foundations(of: client))
    }
}

extension String {
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
