package import ClusterModel

/// One place that refers to a ConfigMap or Secret, whether it must have it or may.
package struct ConfigUse: Hashable, Sendable {
    package enum Via: String, Sendable {
        case env, envFrom, volume, imagePullSecret
        /// A ServiceAccount's list of Secrets.
        case serviceAccount
        /// The certificate of an Ingress.
        case tls
        /// The passwords or authorities an Ingress checks with (ingress-nginx).
        case auth
    }

    package let object: ObjectKey
    package let via: Via
    /// The container, or the volume, that refers to it.
    package var place = Symbol.empty
    /// Empty for the object as a whole.
    package var key = Symbol.empty
    package var isOptional = false
}

extension Snapshot {
    /// Goes over all references to ConfigMaps and Secrets with the objects they are in. Pods of one
    /// controller and one specification are taken for one: they follow each other by the thousand.
    func eachConfigUse(_ body: (ObjectKey, ObjectMeta, ConfigUse) -> Void) {
        var last: Pod?
        for pod in pods {
            let isAlike =
                last.map {
                    $0.spec.isAlike(pod.spec) && $0.metadata.controllerKey != nil
                        && $0.metadata.controllerKey == pod.metadata.controllerKey
                } ?? false
            last = pod
            if isAlike { continue }
            for use in pod.spec.configUses(in: pod.metadata.namespace) {
                body(pod.key, pod.metadata, use)
            }
        }
        Self.each(cronJobs, body)
        Self.each(daemonSets, body)
        Self.each(deployments, body)
        Self.each(jobs, body)
        Self.each(replicaSets, body)
        Self.each(statefulSets, body)
        for account in serviceAccounts {
            for use in account.configUses { body(account.key, account.metadata, use) }
        }
        for ingress in ingresses {
            for use in ingress.configUses { body(ingress.key, ingress.metadata, use) }
        }
    }

    private static func each(
        _ workloads: [some Workload], _ body: (ObjectKey, ObjectMeta, ConfigUse) -> Void
    ) {
        for workload in workloads {
            for use in workload.template.spec.configUses(in: workload.metadata.namespace) {
                body(workload.key, workload.metadata, use)
            }
        }
    }
}

extension PodSpec {
    /// The ConfigMaps and Secrets that its pods need, or take where there are any.
    package func configUses(in namespace: Symbol) -> [ConfigUse] {
        let pulls = self.imagePullSecrets.map {
            ConfigUse(object: ObjectKey(.secret, namespace, $0.name), via: .imagePullSecret)
        }
        return (self.initContainers + self.containers).flatMap { $0.configUses(in: namespace) }
            + self.volumes.flatMap { $0.configUses(in: namespace) }
            + pulls.filter { !$0.object.name.isEmpty }
    }
}

extension Container {
    fileprivate func configUses(in namespace: Symbol) -> [ConfigUse] {
        let variables = env.compactMap(\.valueFrom).flatMap { source in
            [
                source.configMapKeyRef.map { use(.configMap, namespace, $0) },
                source.secretKeyRef.map { use(.secret, namespace, $0) },
            ]
        }
        let sources = envFrom.flatMap { source in
            [
                source.configMapRef.map { use(.configMap, namespace, $0) },
                source.secretRef.map { use(.secret, namespace, $0) },
            ]
        }
        return (variables + sources).compactMap(\.self).filter { !$0.object.name.isEmpty }
    }

    private func use(_ kind: Kind, _ namespace: Symbol, _ reference: KeySelector) -> ConfigUse {
        ConfigUse(
            object: ObjectKey(kind, namespace, reference.name), via: .env, place: name,
            key: reference.key, isOptional: reference.optional)
    }

    private func use(
        _ kind: Kind, _ namespace: Symbol, _ reference: OptionalReference
    ) -> ConfigUse {
        ConfigUse(
            object: ObjectKey(kind, namespace, reference.name), via: .envFrom, place: name,
            isOptional: reference.optional)
    }
}

extension Volume {
    fileprivate func configUses(in namespace: Symbol) -> [ConfigUse] {
        var uses: [ConfigUse] = []
        func add(_ kind: Kind, _ name: Symbol?, isOptional: Bool? = false) {
            guard let name, !name.isEmpty else { return }
            uses.append(
                ConfigUse(
                    object: ObjectKey(kind, namespace, name), via: .volume, place: self.name,
                    isOptional: isOptional ?? false))
        }
        add(.configMap, source.configMap?.name, isOptional: source.configMap?.optional)
        add(.secret, source.secret?.secretName, isOptional: source.secret?.optional)
        add(.secret, source.azureFile?.secretName)
        add(.secret, source.csi?.nodePublishSecretRef?.name)
        for part in source.projected?.sources ?? [] {
            add(.configMap, part.configMap?.name, isOptional: part.configMap?.optional)
            add(.secret, part.secret?.name, isOptional: part.secret?.optional)
        }
        return uses
    }
}

extension ServiceAccount {
    fileprivate var configUses: [ConfigUse] {
        let namespace = metadata.namespace
        return secrets.map {
            ConfigUse(object: ObjectKey(.secret, namespace, $0.name), via: .serviceAccount)
        }
            + imagePullSecrets.map {
                ConfigUse(object: ObjectKey(.secret, namespace, $0.name), via: .imagePullSecret)
            }
    }
}

extension Ingress {
    fileprivate var configUses: [ConfigUse] {
        let certificates = spec.tls.filter { !$0.secretName.isEmpty }.map {
            ConfigUse(object: ObjectKey(.secret, metadata.namespace, $0.secretName), via: .tls)
        }
        let names: [Symbol] = [
            "nginx.ingress.kubernetes.io/auth-secret",
            "nginx.ingress.kubernetes.io/auth-tls-secret",
        ]
        return certificates
            + names.compactMap { metadata.annotations[$0] }.map {
                // `name`, or `namespace/name`.
                let text = $0.string
                let key =
                    text.contains("/")
                    ? ObjectKey(.secret, text: text) : ObjectKey(.secret, metadata.namespace, $0)
                return ConfigUse(object: key, via: .auth)
            }
    }
}
