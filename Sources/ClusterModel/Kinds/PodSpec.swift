package import StructuredData

/// What a pod asks of its node and its kubelet.
///
/// Pods of one template differ in nothing but their node, and a specification is most of a pod, so
/// the rest is boxed and shared.
@dynamicMemberLookup
package struct PodSpec: Hashable, Sendable {
    /// Empty until the pod is scheduled.
    package var nodeName = Symbol.empty
    private var rest = Boxed<PodSpecFields>()

    package init() {}

    package subscript<T>(dynamicMember path: KeyPath<PodSpecFields, T>) -> T {
        rest.content[keyPath: path]
    }

    /// True if nothing but the node differs, as far as can be told at once.
    package func isAlike(_ other: PodSpec) -> Bool { rest.isIdentical(to: other.rest) }

    /// Shares with another pod what is equal.
    mutating func share(with other: PodSpec) {
        if rest.share(with: other.rest) { return }
        var fields = rest.content
        fields.share(with: other.rest.content)
        rest = Boxed(fields)
    }
}

extension PodSpec: WireValue {
    package var isAbsent: Bool { false }

    package mutating func read(from reader: inout Reader) throws {
        var fields = PodSpecFields()
        try fields.read(from: &reader)
        nodeName = fields.nodeName
        fields.nodeName = .empty
        rest = Boxed(fields)
    }

    package func write(to writer: inout DocumentWriter) {
        var fields = rest.content
        fields.nodeName = nodeName
        fields.write(to: &writer)
    }
}

extension PodSpecFields {
    /// Parts of equal value become one array; the specification as a whole differs.
    fileprivate mutating func share(with other: PodSpecFields) {
        volumes.share(with: other.volumes)
        initContainers.share(with: other.initContainers)
        tolerations.share(with: other.tolerations)
        imagePullSecrets.share(with: other.imagePullSecrets)
        if nodeSelector == other.nodeSelector { nodeSelector = other.nodeSelector }
        if affinity == other.affinity { affinity = other.affinity }
        guard containers.count == other.containers.count else { return }
        for i in containers.indices { containers[i].share(with: other.containers[i]) }
    }
}

extension Container {
    fileprivate mutating func share(with other: Container) {
        ports.share(with: other.ports)
        env.share(with: other.env)
        envFrom.share(with: other.envFrom)
        volumeMounts.share(with: other.volumeMounts)
        if resources == other.resources { resources = other.resources }
        if let theirs = other.livenessProbe { livenessProbe?.share(with: theirs) }
        if let theirs = other.readinessProbe { readinessProbe?.share(with: theirs) }
        if let theirs = other.startupProbe { startupProbe?.share(with: theirs) }
    }
}

extension Array where Element: Equatable {
    /// Holds the other's storage where both are equal.
    mutating func share(with other: [Element]) {
        if self == other { self = other }
    }
}

/// The fields of a pod's specification. `nodeName` is moved out to `PodSpec` once read.
package struct PodSpecFields: Message, Hashable {
    package var volumes: [Volume] = []
    package var containers: [Container] = []
    package var restartPolicy = Symbol.empty
    package var terminationGracePeriodSeconds: Int?
    package var activeDeadlineSeconds: Int?
    package var nodeSelector = StringMap()
    package var serviceAccountName = Symbol.empty
    package var nodeName = Symbol.empty
    package var hostNetwork = false
    package var securityContext: SecurityContext?
    package var imagePullSecrets: [NameReference] = []
    package var subdomain = Symbol.empty
    package var affinity: Affinity?
    package var schedulerName = Symbol.empty
    package var initContainers: [Container] = []
    package var tolerations: [Toleration] = []
    package var priorityClassName = Symbol.empty
    package var priority: Int?
    package var readinessGates: [ReadinessGate] = []
    package var overhead = ResourceList()
    package var topologySpreadConstraints: [TopologySpreadConstraint] = []
    package var schedulingGates: [SchedulingGate] = []
    /// What all containers share (Kubernetes 1.34).
    package var resources: ResourceRequirements?

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("volumes", 1, &volumes)
        try visit.field("containers", 2, &containers)
        try visit.field("restartPolicy", 3, &restartPolicy)
        try visit.field("terminationGracePeriodSeconds", 4, &terminationGracePeriodSeconds)
        try visit.field("activeDeadlineSeconds", 5, &activeDeadlineSeconds)
        try visit.field("nodeSelector", 7, &nodeSelector)
        try visit.field("serviceAccountName", 8, &serviceAccountName)
        try visit.field("nodeName", 10, &nodeName)
        try visit.field("hostNetwork", 11, &hostNetwork)
        try visit.field("securityContext", 14, &securityContext)
        try visit.field("imagePullSecrets", 15, &imagePullSecrets)
        try visit.field("subdomain", 17, &subdomain)
        try visit.field("affinity", 18, &affinity)
        try visit.field("schedulerName", 19, &schedulerName)
        try visit.field("initContainers", 20, &initContainers)
        try visit.field("tolerations", 22, &tolerations)
        try visit.field("priorityClassName", 24, &priorityClassName)
        try visit.field("priority", 25, &priority)
        try visit.field("readinessGates", 28, &readinessGates)
        try visit.field("overhead", 32, &overhead)
        try visit.field("topologySpreadConstraints", 33, &topologySpreadConstraints)
        try visit.field("schedulingGates", 38, &schedulingGates)
        try visit.field("resources", 40, &resources)
    }
}
