// From an object of production to its copy in a shadow: what ties it to production, what would reach
// outside of the shadow, and what others are to act upon is left out.

internal import ClusterModel

/// Makes copies for one namespace of one environment.
struct ShadowCopy {
    let environment: ShadowEnvironment
    let role: ShadowEnvironment.Role
    /// More would only cost room in the cluster.
    let maximumReplicas: Int
    /// What was changed on the way and might matter to whoever reads the verdict.
    private(set) var notes: Set<String> = []

    init(
        _ environment: ShadowEnvironment, _ role: ShadowEnvironment.Role, maximumReplicas: Int
    ) {
        self.environment = environment
        self.role = role
        self.maximumReplicas = maximumReplicas
    }

    var namespace: String { environment.namespace(role) }

    var labels: [(String, JSONValue)] {
        [
            (ShadowLabels.owner, .string(ShadowLabels.ownerValue)),
            (ShadowLabels.run, .string(environment.id)),
            (ShadowLabels.role, .string(role.rawValue)),
        ]
    }

    /// A ConfigMap, Secret or LimitRange.
    func copy(_ key: ObjectKey, _ document: JSONValue) -> JSONValue {
        var copy = document
        copy["status"] = nil
        copy["metadata"] = metadata(of: key, document)
        return copy
    }

    /// Without the tokens that belong to the account in its own namespace.
    func serviceAccount(_ key: ObjectKey, _ document: JSONValue) -> JSONValue {
        var copy = copy(key, document)
        copy["secrets"] = nil
        return copy
    }

    /// Reachable inside the cluster only, whatever it was.
    func service(_ key: ObjectKey, _ document: JSONValue) -> JSONValue {
        var copy = copy(key, document)
        guard let spec = document["spec"] else { return copy }
        let isHeadless = spec["clusterIP"] == "None"
        var kept: JSONValue = ["type": "ClusterIP"]
        if isHeadless { kept["clusterIP"] = "None" }
        for field in ["selector", "ports", "publishNotReadyAddresses"] { kept[field] = spec[field] }
        kept.eachElement(of: "ports") { $0["nodePort"] = nil }
        copy["spec"] = kept
        return copy
    }

    /// What a workload is copied as: a CronJob as one Job, so that it runs now and not again, a
    /// DaemonSet as a Deployment, so that it does not run on every node.
    static func kind(of workload: Kind) -> Kind {
        switch workload {
        case .cronJob: .job
        case .daemonSet: .deployment
        default: workload
        }
    }

    mutating func workload(_ key: ObjectKey, _ document: JSONValue) -> JSONValue {
        if key.kind == .cronJob { return job(of: key, document) }
        if key.kind == .daemonSet { return deployment(of: key, document) }
        var copy = copy(key, document)
        guard var spec = document["spec"] else { return copy }
        if key.kind == .deployment || key.kind == .statefulSet {
            spec["replicas"] = .int(Int64(replicas(of: spec)))
        }
        if key.kind == .statefulSet { replaceClaims(in: &spec) }
        if key.kind == .job {
            unbind(&spec)
            // It has to stay until somebody has looked.
            spec["ttlSecondsAfterFinished"] = nil
        }
        spec["paused"] = nil
        spec["suspend"] = nil
        if var template = spec["template"] {
            prepare(&template)
            spec["template"] = template
        }
        copy["spec"] = spec
        return copy
    }

    private mutating func job(of key: ObjectKey, _ document: JSONValue) -> JSONValue {
        let template = document["spec"]?["jobTemplate"] ?? .object([])
        var job: JSONValue = ["apiVersion": "batch/v1", "kind": "Job"]
        job["metadata"] = document["metadata"]
        job["spec"] = template["spec"]
        return workload(ObjectKey(.job, key.namespace, key.name), job)
    }

    private mutating func deployment(of key: ObjectKey, _ document: JSONValue) -> JSONValue {
        notes.insert("DaemonSet \(key.name) as a Deployment")
        var deployment: JSONValue = ["apiVersion": "apps/v1", "kind": "Deployment"]
        deployment["metadata"] = document["metadata"]
        var spec: JSONValue = ["replicas": .int(Int64(maximumReplicas))]
        for field in ["selector", "template"] { spec[field] = document["spec"]?[field] }
        deployment["spec"] = spec
        return workload(ObjectKey(.deployment, key.namespace, key.name), deployment)
    }

    /// One at least: a workload that is scaled to zero has nothing to show.
    private func replicas(of spec: JSONValue) -> Int {
        guard case .int(let wanted)? = spec["replicas"] else { return 1 }
        return max(1, min(Int(clamping: wanted), maximumReplicas))
    }

    /// Labels and a selector that the server gave the Job in production; it gives new ones.
    private func unbind(_ spec: inout JSONValue) {
        spec["selector"] = nil
        spec["manualSelector"] = nil
        let given = [
            "controller-uid", "job-name", "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
        ]
        for label in given { spec[["template", "metadata", "labels"]]?[label] = nil }
    }
}

// MARK: Metadata

extension ShadowCopy {
    private func metadata(of key: ObjectKey, _ document: JSONValue) -> JSONValue {
        let old = document["metadata"] ?? .object([])
        var metadata: JSONValue = ["name": .string(key.name.string)]
        metadata["namespace"] = .string(namespace)
        metadata["labels"] = labelled(old["labels"])
        var annotations = Self.ownAnnotations(old["annotations"])
        annotations[ShadowLabels.expiresAt] = .string(environment.expiresAt.rfc3339)
        annotations[ShadowLabels.copyOf] = .string("\(key)")
        metadata["annotations"] = annotations
        return metadata
    }

    private func labelled(_ old: JSONValue?) -> JSONValue {
        var result = old ?? .object([])
        for (name, value) in labels { result[name] = value }
        return result
    }

    /// Without what operators and kubectl keep there: an operator would take the copy for its own,
    /// and kubectl's copy of the object may hold a Secret's values.
    private static func ownAnnotations(_ old: JSONValue?) -> JSONValue {
        .object((old?.members ?? []).filter { !isForeign($0.key) })
    }

    private static func isForeign(_ annotation: String) -> Bool {
        let prefixes = [
            "kopf.zalando.org/", "kopf.dev/", "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/", "meta.helm.sh/", "argocd.argoproj.io/",
        ]
        return prefixes.contains { annotation.hasPrefix($0) }
    }
}

// MARK: Pods

extension ShadowCopy {
    private mutating func prepare(_ template: inout JSONValue) {
        var metadata = template["metadata"] ?? .object([])
        metadata["labels"] = labelled(metadata["labels"])
        var annotations = Self.ownAnnotations(metadata["annotations"])
        annotations[ShadowLabels.expiresAt] = .string(environment.expiresAt.rfc3339)
        metadata["annotations"] = annotations
        metadata["creationTimestamp"] = nil
        template["metadata"] = metadata
        guard var spec = template["spec"] else { return }
        isolate(&spec)
        template["spec"] = spec
    }

    private mutating func isolate(_ spec: inout JSONValue) {
        // A shadow must not push production's pods aside.
        for field in ["priorityClassName", "priority", "preemptionPolicy"] where spec[field] != nil
        {
            spec[field] = nil
            notes.insert("without its priority")
        }
        for field in ["hostNetwork", "hostPID", "hostIPC"] where spec[field] == true {
            spec[field] = nil
            notes.insert("without \(field)")
        }
        spec["nodeName"] = nil
        // The end of the test need not wait for anybody's open requests.
        if case .int(let seconds)? = spec["terminationGracePeriodSeconds"] {
            spec["terminationGracePeriodSeconds"] = .int(min(seconds, 5))
        }
        for group in ["containers", "initContainers"] {
            spec.eachElement(of: group) { container in
                container.eachElement(of: "ports") { $0["hostPort"] = nil }
            }
        }
        var replaced: [String] = []
        spec.eachElement(of: "volumes") { volume in
            guard !Self.isOwnVolume(volume), let name = volume["name"] else { return }
            volume = ["name": name, "emptyDir": .object([])]
            replaced.append(name.text ?? "")
        }
        for name in replaced { notes.insert("volume \"\(name)\" is empty") }
    }

    /// Volumes made from what is copied too, or from nothing. All others are of production: a claim,
    /// a node's disk, a share.
    private static func isOwnVolume(_ volume: JSONValue) -> Bool {
        ["configMap", "secret", "emptyDir", "projected", "downwardAPI"].contains {
            volume[$0] != nil
        }
    }

    private mutating func replaceClaims(in spec: inout JSONValue) {
        let claims = spec["volumeClaimTemplates"]?.elements ?? []
        spec["volumeClaimTemplates"] = nil
        let names = claims.compactMap { $0["metadata"]?["name"]?.text }
        if names.isEmpty { return }
        let path = ["template", "spec", "volumes"]
        let volumes = spec[path]?.elements ?? []
        spec[path] = .array(
            volumes + names.map { ["name": .string($0), "emptyDir": .object([])] })
        for name in names { notes.insert("volume \"\(name)\" is empty") }
    }
}
