import ClusterModel
import Detection

/// The way from a cause to what people notice: pods that do not run, workloads that lack them,
/// Services without endpoints, Ingresses that lead there.
enum Chain {
    static func links(for cause: RootCause, in file: inout CaseFile) -> [ChainLink] {
        var links = [
            ChainLink(object: cause.object, text: cause.summary, evidence: cause.evidence)
        ]
        links += pods(&file)
        links += workloads(&file)
        links += traffic(&file)
        return links
    }

    private static func pods(_ file: inout CaseFile) -> [ChainLink] {
        let unwell = file.pods.filter { !$0.isReady }
        guard let first = unwell.first else { return [] }
        let others = unwell.count - 1
        let fact = file.cite(
            first.key, "status.phase", first.status.phase.string, note: first.stateText)
        return [
            ChainLink(
                object: first.key,
                text: "\(first.key) is \(first.stateText)"
                    + (others > 0
                        ? ", and so \(others == 1 ? "is 1 more pod" : "are \(others) more pods")"
                        : "")
                    + ".", evidence: [fact])
        ]
    }

    private static func workloads(_ file: inout CaseFile) -> [ChainLink] {
        file.workloads.compactMap { key in
            guard let deployment = file.index.deployment(key.namespace, key.name) else {
                return nil
            }
            let (desired, available) = (
                deployment.desiredReplicas ?? 1, deployment.status.availableReplicas
            )
            guard available < desired || desired == 0 else { return nil }
            let fact = file.cite(
                key, "status.availableReplicas", "\(available)", note: "of \(desired)")
            return ChainLink(
                object: key,
                text: desired == 0
                    ? "\(key) has no pods."
                    : "\(key) has \(available) of \(desired) replicas available.",
                evidence: [fact])
        }
    }

    private static func traffic(_ file: inout CaseFile) -> [ChainLink] {
        let services =
            file.workloads.flatMap { file.index.services(selecting: $0) }
            + file.objects.compactMap { file.index.service($0.namespace, $0.name, ofKind: $0.kind) }
        var seen: Set<ObjectKey> = []
        return services.filter { seen.insert($0.key).inserted }.flatMap { service -> [ChainLink] in
            guard let backends = file.view.backends(of: service), backends.ready.isEmpty else {
                return []
            }
            let fact = file.cite(
                service.key, "spec.selector", service.spec.selector.text,
                note: "\(backends.pods.count) pods, 0 ready")
            return [
                ChainLink(
                    object: service.key, text: "\(service.key) has no ready endpoint.",
                    evidence: [fact])
            ] + routes(to: service, &file)
        }
    }

    private static func routes(to service: Service, _ file: inout CaseFile) -> [ChainLink] {
        file.snapshot.ingresses.inNamespace(service.metadata.namespace).compactMap { ingress in
            guard
                let backend = ingress.backends.first(where: {
                    $0.backend.name == service.metadata.name
                })
            else { return nil }
            let fact = file.cite(
                ingress.key, "\(backend.path).service.name", service.metadata.name.string)
            return ChainLink(
                object: ingress.key, text: "\(ingress.key) sends requests there, which fail.",
                evidence: [fact])
        }
    }
}

extension ClusterIndex {
    fileprivate func service(_ namespace: Symbol, _ name: Symbol, ofKind kind: Kind) -> Service? {
        kind == .service ? service(namespace, name) : nil
    }
}
