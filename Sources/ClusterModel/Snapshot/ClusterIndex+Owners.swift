extension ObjectMeta {
    /// The controller as a key; nil for none, or one of a kind aegis does not read. A node is none:
    /// it owns the mirror pods of its static pods, which stand for themselves.
    package var controllerKey: ObjectKey? {
        guard let owner = controller, let kind = Kind(name: owner.kind.string), kind != .node else {
            return nil
        }
        return ObjectKey(kind, namespace, owner.name)
    }
}

extension ClusterIndex {
    /// From an object up to the one a person manages: pod → ReplicaSet → Deployment, pod → Job →
    /// CronJob. The object itself is not in it; an owner that is not in the snapshot ends it.
    package func owners(of metadata: ObjectMeta) -> [ObjectKey] {
        var chain: [ObjectKey] = []
        var next = metadata.controllerKey
        // Four steps reach any built-in owner; a loop of owners ends there too.
        while let owner = next, chain.count < 4, !chain.contains(owner) {
            chain.append(owner)
            next = self.metadata(of: owner)?.controllerKey
        }
        return chain
    }

    /// The object a person manages: the last owner, or the pod itself.
    package func workload(of pod: Pod) -> ObjectKey {
        owners(of: pod.metadata).last ?? pod.key
    }

    package func metadata(of key: ObjectKey) -> ObjectMeta? {
        guard let place = position(of: key) else { return nil }
        switch key.kind {
        case .configMap: return snapshot.configMaps[place].metadata
        case .controllerRevision: return snapshot.controllerRevisions[place].metadata
        case .cronJob: return snapshot.cronJobs[place].metadata
        case .daemonSet: return snapshot.daemonSets[place].metadata
        case .deployment: return snapshot.deployments[place].metadata
        case .endpoints: return snapshot.endpoints[place].metadata
        case .endpointSlice: return snapshot.endpointSlices[place].metadata
        case .event: return snapshot.events[place].metadata
        case .horizontalPodAutoscaler: return snapshot.horizontalPodAutoscalers[place].metadata
        case .ingress: return snapshot.ingresses[place].metadata
        case .ingressClass: return snapshot.ingressClasses[place].metadata
        case .job: return snapshot.jobs[place].metadata
        case .limitRange: return snapshot.limitRanges[place].metadata
        case .mutatingWebhookConfiguration: return snapshot.mutatingWebhooks[place].metadata
        case .namespace: return snapshot.namespaces[place].metadata
        case .networkPolicy: return snapshot.networkPolicies[place].metadata
        case .node: return snapshot.nodes[place].metadata
        case .persistentVolume: return snapshot.persistentVolumes[place].metadata
        case .persistentVolumeClaim: return snapshot.persistentVolumeClaims[place].metadata
        case .pod: return snapshot.pods[place].metadata
        case .podDisruptionBudget: return snapshot.podDisruptionBudgets[place].metadata
        case .replicaSet: return snapshot.replicaSets[place].metadata
        case .resourceQuota: return snapshot.resourceQuotas[place].metadata
        case .secret: return snapshot.secrets[place].metadata
        case .service: return snapshot.services[place].metadata
        case .serviceAccount: return snapshot.serviceAccounts[place].metadata
        case .statefulSet: return snapshot.statefulSets[place].metadata
        case .storageClass: return snapshot.storageClasses[place].metadata
        case .user: return nil
        case .validatingWebhookConfiguration: return snapshot.validatingWebhooks[place].metadata
        }
    }

    package func deployment(_ namespace: Symbol, _ name: Symbol) -> Deployment? {
        position(of: ObjectKey(.deployment, namespace, name)).map { snapshot.deployments[$0] }
    }

    package func node(_ name: Symbol) -> Node? {
        position(of: ObjectKey(.node, .empty, name)).map { snapshot.nodes[$0] }
    }

    package func service(_ namespace: Symbol, _ name: Symbol) -> Service? {
        position(of: ObjectKey(.service, namespace, name)).map { snapshot.services[$0] }
    }

    package func claim(_ namespace: Symbol, _ name: Symbol) -> PersistentVolumeClaim? {
        position(of: ObjectKey(.persistentVolumeClaim, namespace, name))
            .map { snapshot.persistentVolumeClaims[$0] }
    }

    package func configMap(_ namespace: Symbol, _ name: Symbol) -> ConfigMap? {
        position(of: ObjectKey(.configMap, namespace, name)).map { snapshot.configMaps[$0] }
    }

    package func secret(_ namespace: Symbol, _ name: Symbol) -> Secret? {
        position(of: ObjectKey(.secret, namespace, name)).map { snapshot.secrets[$0] }
    }

    /// Every pod of a workload, through its ReplicaSets or Jobs.
    package func pods(ofWorkload key: ObjectKey) -> [Pod] {
        switch key.kind {
        case .pod: position(of: key).map { [snapshot.pods[$0]] } ?? []
        case .deployment: replicaSets(ownedBy: key).flatMap { pods(ownedBy: $0.key) }
        case .cronJob: jobs(ownedBy: key).flatMap { pods(ownedBy: $0.key) }
        default: pods(ownedBy: key)
        }
    }
}
