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

    /// The first objects are told one by one, the others counted: a node that is down fells
    /// hundreds.
    private static func links<Item>(
        to items: [Item], others: String, _ link: (Item) -> [ChainLink]
    ) -> [ChainLink] {
        let most = items.count > 5 ? 4 : 5
        let shown = items.prefix(most).flatMap(link)
        guard let last = shown.last, items.count > most else { return shown }
        return shown + [
            ChainLink(object: last.object, text: "\(items.count - most) more \(others).")
        ]
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
        let lacking = file.workloads.compactMap { key in
            file.index.deployment(key.namespace, key.name)
        }.filter {
            let desired = $0.desiredReplicas ?? 1
            return $0.status.availableReplicas < desired || desired == 0
        }
        return links(to: lacking, others: "workloads lack replicas") { deployment in
            let (key, available) = (deployment.key, deployment.status.availableReplicas)
            let desired = deployment.desiredReplicas ?? 1
            let fact = file.cite(
                key, "status.availableReplicas", "\(available)", note: "of \(desired)")
            return [
                ChainLink(
                    object: key,
                    text: desired == 0
                        ? "\(key) has no pods."
                        : "\(key) has \(available) of \(desired) replicas available.",
                    evidence: [fact])
            ]
        }
    }

    private static func traffic(_ file: inout CaseFile) -> [ChainLink] {
        let services =
            file.workloads.flatMap { file.index.services(selecting: $0) }
            + file.objects.compactMap { file.index.service($0.namespace, $0.name, ofKind: $0.kind) }
        var seen: Set<ObjectKey> = []
        let view = file.view
        let dead = services.filter { service in
            seen.insert(service.key).inserted
                && view.backends(of: service).map(\.ready.isEmpty) ?? false
        }
        return links(to: dead, others: "Services have no ready endpoint") { service in
            let count = view.backends(of: service)?.pods.count ?? 0
            let fact = file.cite(
                service.key, "spec.selector", service.spec.selector.text,
                note: "\(count) pods, 0 ready")
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
