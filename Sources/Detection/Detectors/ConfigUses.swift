import ClusterModel

/// The ConfigMaps and Secrets that something refers to, whether it must have them or may.
struct ConfigUses: Sendable {
    private var keys: Set<ObjectKey> = []

    init(_ snapshot: Snapshot) {
        for pod in snapshot.pods { add(pod.spec, pod.metadata.namespace) }
        add(snapshot.cronJobs)
        add(snapshot.daemonSets)
        add(snapshot.deployments)
        add(snapshot.jobs)
        add(snapshot.replicaSets)
        add(snapshot.statefulSets)
        for account in snapshot.serviceAccounts {
            for secret in account.secrets { add(.secret, account.metadata, secret.name) }
            for secret in account.imagePullSecrets { add(.secret, account.metadata, secret.name) }
        }
        for ingress in snapshot.ingresses { add(ingress) }
    }

    func contains(_ key: ObjectKey) -> Bool { keys.contains(key) }

    private mutating func add(_ workloads: [some Workload]) {
        for workload in workloads { add(workload.template.spec, workload.metadata.namespace) }
    }

    private mutating func add(_ kind: Kind, _ metadata: ObjectMeta, _ name: Symbol) {
        keys.insert(ObjectKey(kind, metadata.namespace, name))
    }

    private mutating func add(_ ingress: Ingress) {
        for tls in ingress.spec.tls { add(.secret, ingress.metadata, tls.secretName) }
        for name in [
            "nginx.ingress.kubernetes.io/auth-secret",
            "nginx.ingress.kubernetes.io/auth-tls-secret",
        ] as [Symbol] {
            guard let value = ingress.metadata.annotations[name] else { continue }
            // `name`, or `namespace/name`.
            let parts = value.string.split(separator: "/", maxSplits: 1).map { Symbol(String($0)) }
            guard let secret = parts.last else { continue }
            let namespace = parts.count == 2 ? parts[0] : ingress.metadata.namespace
            keys.insert(ObjectKey(.secret, namespace, secret))
        }
    }

    private mutating func add(_ spec: PodSpec, _ namespace: Symbol) {
        for container in spec.initContainers { add(container, namespace) }
        for container in spec.containers { add(container, namespace) }
        for secret in spec.imagePullSecrets {
            keys.insert(ObjectKey(.secret, namespace, secret.name))
        }
        for volume in spec.volumes { add(volume.source, namespace) }
    }

    private mutating func add(_ container: Container, _ namespace: Symbol) {
        for source in container.env.compactMap(\.valueFrom) {
            add(source.configMapKeyRef?.name, source.secretKeyRef?.name, namespace)
        }
        for source in container.envFrom {
            add(source.configMapRef?.name, source.secretRef?.name, namespace)
        }
    }

    private mutating func add(_ source: VolumeSource, _ namespace: Symbol) {
        add(source.configMap?.name, source.secret?.secretName, namespace)
        add(nil, source.azureFile?.secretName, namespace)
        add(nil, source.csi?.nodePublishSecretRef?.name, namespace)
        for projection in source.projected?.sources ?? [] {
            add(projection.configMap?.name, projection.secret?.name, namespace)
        }
    }

    private mutating func add(_ configMap: Symbol?, _ secret: Symbol?, _ namespace: Symbol) {
        if let configMap { keys.insert(ObjectKey(.configMap, namespace, configMap)) }
        if let secret { keys.insert(ObjectKey(.secret, namespace, secret)) }
    }
}
