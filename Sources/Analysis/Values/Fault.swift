package import ClusterModel
package import Detection

/// What exactly is wrong, with what is needed to mend it. Every case has its solutions.
package enum Fault: Sendable {
    // References
    case missingObject(ObjectKey, users: [ReferenceUse], near: Symbol?)
    case missingKey(ObjectKey, key: Symbol, users: [ReferenceUse], near: Symbol?)
    case missingAccount(ObjectKey, users: [ObjectKey], near: Symbol?)
    case startRefused(ContainerPlace, StartRefusal)

    // Images
    case imageName(ContainerPlace, better: String)
    case pullSecret(ContainerPlace, wrong: Symbol?, right: Symbol?)
    case pullPolicy(ContainerPlace)
    case imagePull(ContainerPlace, ImagePullFailure)
    case imageFault(ContainerPlace)

    // Containers
    case memoryLimit(ContainerPlace, limit: Quantity?)
    case missingVariable(ContainerPlace, name: String, source: VariableSource?)
    case renamedVariable(ContainerPlace, name: String, present: Symbol)
    case dependency(ContainerPlace, service: ObjectKey, DependencyTrouble)
    case unknownHost(ContainerPlace, host: String, near: Symbol?)
    case complaint(ContainerPlace, Complaint)
    case exits(ContainerPlace, code: Int)

    // Probes
    case probePort(ContainerPlace, probe: ProbeKind, port: IntOrString, right: IntOrString?)
    case probePath(ContainerPlace, probe: ProbeKind, right: String?)
    case probeTimeout(ContainerPlace, probe: ProbeKind, seconds: Int)
    case slowStart(ContainerPlace, Probe)
    case probeAnswer(ContainerPlace, probe: ProbeKind)
    case readinessGate(ObjectKey, gate: String)

    // Placement and storage
    case request(ObjectKey, resource: Symbol, wanted: Int64, free: Int64)
    case taint(ObjectKey, Taint)
    case nodeLabel(ObjectKey, key: Symbol, value: Symbol, rightKey: Symbol, rightValue: Symbol?)
    case cordoned(node: Symbol, pods: [ObjectKey])
    case spreadOut(ObjectKey, topologyKey: Symbol, domains: Int)
    case noNode(ObjectKey, String)
    case schedulingGate(ObjectKey)
    case storageClass(claims: [ObjectKey], missing: Symbol, right: Symbol?)
    case noDefaultClass(ObjectKey, only: Symbol?)
    case noVolume(ObjectKey, String)
    case volumeGone(ObjectKey)
    case attachedElsewhere(ObjectKey, deployment: ObjectKey?)
    case volume(ObjectKey, VolumeFailure)

    // Nodes
    /// - Parameter complaint: of its kubelet; empty if that is silent.
    case node(ObjectKey, complaint: String)
    case nodePressure(ObjectKey, resource: String)
    case ownLimit(ObjectKey, resource: String)

    // Workloads
    case rollout(Revision)
    case edited(ObjectKey, isNew: Bool)
    case paused(ObjectKey)
    case unobserved(ObjectKey)
    case refused(ObjectKey, String)
    case scaledToZero(ObjectKey, replicas: Int)
    case workloadPods(ObjectKey, String)
    case governingService(ObjectKey, name: Symbol, near: Symbol?)
    case misplacedPods(ObjectKey)
    case deadline(ObjectKey, seconds: Int)
    case jobFails(ObjectKey, code: Int?)
    case schedule(ObjectKey, String)
    case suspended(ObjectKey)
    case missedRun(ObjectKey)

    // Traffic
    case selector(ObjectKey, path: [String], from: StringMap, to: StringMap)
    case nothingSelected(ObjectKey)
    case targetPort(ObjectKey, index: Int, ServicePort, right: IntOrString?)
    case samePort(ObjectKey, port: String)
    case ingressField(ObjectKey, pointer: String, right: JSONValue?)
    case scaleTarget(ObjectKey, right: Symbol?)
    case noRequest(scaler: ObjectKey, RequestGap)
    case metricsMissing(ObjectKey)
    case maximum(ObjectKey, current: Int)
    case budget(ObjectKey, pods: Int)
    case budgetOverlap([ObjectKey])
    case policy(ObjectKey, PolicyGap)

    // The cluster
    case quota(ObjectKey, workload: ObjectKey?, [QuotaExcess])
    case limitRange(ObjectKey, workload: ObjectKey, LimitBreach)
    case webhook(ObjectKey, index: Int, service: ObjectKey, near: Symbol?, workload: ObjectKey?)
    case certificate(ObjectKey)
    case rights(MessageSignature.Denial)
    case nameServer(ObjectKey, workload: ObjectKey?)
    case finalizer(ObjectKey, [Symbol])
    case unconfirmedEnd(pod: ObjectKey, nodeIsGone: Bool)
    case remains(ObjectKey)
    case claimInUse(ObjectKey, pod: ObjectKey)

    // Advice
    case careless(ObjectKey, [String])
    case unused(ObjectKey)
    case nameServers(ObjectKey)

    /// Nothing that a rule knows.
    case unknown(ObjectKey)
}

/// A container by the workload that makes it.
package struct ContainerPlace: Hashable, Sendable {
    /// A pod that nothing makes, or what makes the pods.
    package let workload: ObjectKey
    package let container: Symbol
    package let isInit: Bool
}

/// A field of a workload's template that names a ConfigMap or Secret.
package struct ReferenceUse: Hashable, Sendable {
    package let workload: ObjectKey
    /// Relative to the pod's specification: `containers[0].env[1].valueFrom.secretKeyRef.name`.
    package let path: String
    /// The field with the key; empty for a reference to the object as a whole.
    package let keyPath: String
}

/// A key from which a variable can be filled.
package struct VariableSource: Hashable, Sendable {
    package let object: ObjectKey
    package let key: Symbol
}

/// Why a Service that a program needs does not answer it.
package enum DependencyTrouble: Hashable, Sendable {
    case noEndpoints(workload: ObjectKey?, isScaledToZero: Bool)
    case noSuchPort(Int, right: Int?)
    case other
}

/// Traffic that no policy lets through.
package struct PolicyGap: Sendable {
    package enum Peer: Hashable, Sendable {
        case pods(StringMap, namespace: Symbol)
        case nameServer
    }

    package let isEgress: Bool
    package let peer: Peer
    /// As a container declares it, so that it holds for the pods on either end.
    package let port: IntOrString
    package let `protocol`: Symbol
    /// The place in the policy of a selector that misses the peer by a letter.
    package var nearMiss: (pointer: String, labels: StringMap)?
}

/// What a quota lacks for one resource, in thousandths of its unit.
package struct QuotaExcess: Hashable, Sendable {
    package let resource: Symbol
    package let wanted: Int64
    package let used: Int64
    package let hard: Int64
}

/// A bound of a LimitRange that a container does not keep.
package struct LimitBreach: Hashable, Sendable {
    package let resource: Symbol
    /// True for `max`, false for `min`.
    package let isMaximum: Bool
    package let bound: Quantity
    package let container: Symbol?
}
