import ClusterModel
import Detection

/// Why an admission webhook cannot answer: its Service is missing, or nobody stands behind it.
enum WebhookCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let (index, webhook) = file.webhook(named: file.incident.detail),
            let reference = webhook.clientConfig.service
        else { return [] }
        let target = ObjectKey(.service, reference.namespace, reference.name)
        let service = file.index.service(reference.namespace, reference.name)
        let workload = service.flatMap { file.snapshot.maker(selectedBy: $0, in: file.index) }
        let names = file.snapshot.services.inNamespace(reference.namespace).map(\.metadata.name)
        let near = service == nil ? nearestName(to: reference.name.string, among: names) : nil
        let isZero = workload.flatMap { file.index.maker($0)?.desiredReplicas } == 0
        var facts: [Fact.ID] = []
        if isZero, let workload { facts.append(file.cite(workload, "spec.replicas", "0")) }
        let why =
            service == nil
            ? "\(target) does not exist" + (near.map { "; there is \"\($0)\"" } ?? "")
            : isZero
                ? "\(workload.map(\.description) ?? "") behind it is scaled to 0"
                : "no pod behind \(target) is ready"
        return [
            file.workloadCause(
                .webhook(
                    key, index: index, service: target, near: near.map(Symbol.init),
                    workload: service == nil ? nil : workload), .certain,
                "Webhook \"\(webhook.name)\" must answer and cannot: \(why).", facts)
        ]
    }
}

extension CaseFile {
    fileprivate func webhook(named name: String) -> (index: Int, webhook: Webhook)? {
        guard let place = index.position(of: incident.resource) else { return nil }
        let webhooks =
            incident.resource.kind == .mutatingWebhookConfiguration
            ? snapshot.mutatingWebhooks[place].webhooks
            : snapshot.validatingWebhooks[place].webhooks
        return webhooks.firstIndex { $0.name.string == name }.map { ($0, webhooks[$0]) }
    }
}

/// Certificates end; why nobody renewed this one is not in the objects.
enum CertificateCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        let what =
            file.incident.title == "certificate has expired"
            ? "has not been renewed in time"
            : "is due for renewal"
        // `notAfter 2031-01-10T00:00:00Z`, and how far away that is.
        let end = file.incident.evidence.first.map {
            $0.note.isEmpty ? $0.value : "\($0.value), \($0.note)"
        }
        return [
            file.workloadCause(
                .certificate(key), .certain,
                "The certificate of \(key) \(what)\(end.map { ": \($0)" } ?? "").")
        ]
    }
}

/// Which right a service account lacks.
enum RightsCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        guard let denial = denial(cited: Set(file.incident.evidence.map(\.value)), in: file) else {
            return []
        }
        let place =
            denial.namespace.isEmpty ? "in the whole cluster" : "in namespace \(denial.namespace)"
        return [
            file.workloadCause(
                .rights(denial), .certain,
                "\"\(denial.user)\" may not \(denial.verb) \(denial.resource) \(place): no role "
                    + "that is bound to it allows it.")
        ]
    }

    /// The refusal that the incident's evidence gives in short. Others of the cluster may be of the
    /// same verb and resource.
    private static func denial(
        cited: Set<String>, in file: CaseFile
    ) -> MessageSignature.Denial? {
        func denial(_ text: String) -> MessageSignature.Denial? {
            guard let signature = MessageSignature(text), case .forbidden(let denial) = signature,
                cited.contains("\(signature)")
            else { return nil }
            return denial
        }
        for pod in file.pods {
            for message in file.view.messages(about: pod) {
                if let found = denial(message.text) { return found }
            }
        }
        return file.snapshot.events.lazy.compactMap { denial($0.message.string) }.first
    }
}

/// Why names do not resolve: the cluster's name server is down, or the name is nobody's.
enum NameCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        if let service = file.index.service(key.namespace, key.name), key.kind == .service {
            let workload = file.snapshot.maker(selectedBy: service, in: file.index)
            let isZero = workload.flatMap { file.index.maker($0)?.desiredReplicas } == 0
            let fact = workload.map {
                file.cite(
                    $0, "spec.replicas", "\(file.index.maker($0)?.desiredReplicas ?? 1)")
            }
            return [
                file.workloadCause(
                    .nameServer(key, workload: workload), .certain,
                    isZero
                        ? "The cluster's name server \(workload.map(\.description) ?? "") is scaled "
                            + "to 0."
                        : "No pod of the cluster's name server is ready.", [fact].compactMap(\.self)
                )
            ]
        }
        if file.incident.rule.layer == .advice {
            return [file.workloadCause(.nameServers(key), .certain, file.incident.message)]
        }
        let host = file.incident.detail
        let names = file.snapshot.services.inNamespace(key.namespace).map(\.metadata.name)
        let near = nearestName(to: String(host.prefix { $0 != "." }), among: names)
        let place =
            file.place
            ?? ContainerPlace(
                workload: file.workloads.first ?? key, container: .empty, isInit: false)
        return [
            file.workloadCause(
                .unknownHost(place, host: host, near: near.map(Symbol.init)),
                near == nil ? .possible : .likely,
                host.isEmpty
                    ? "Names do not resolve for \(key)."
                    : "\(key) asks for \"\(host)\", which does not resolve"
                        + (near.map { "; there is a Service \"\($0)\"" } ?? "") + ".")
        ]
    }
}
