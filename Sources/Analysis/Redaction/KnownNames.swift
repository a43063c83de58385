package import ClusterModel

/// Names that a cluster shows to everybody who may look at it: of objects, containers, images,
/// ports, variables. What is among them is no secret.
package struct KnownNames: Sendable {
    private var all: Set<String> = []
    /// Those by which objects could be recognised.
    private(set) var identities: [String] = []

    package init() {}

    package init(_ snapshot: Snapshot) {
        var snapshot = snapshot
        var collector = Collector()
        // The collecting visitor throws nothing.
        try? snapshot.each(&collector)
        self = collector.names
        for pod in snapshot.pods { add(pod.spec) }
        for service in snapshot.services {
            for entry in service.spec.selector.entries { add(entry) }
            for port in service.spec.ports { add(port.name.string) }
        }
    }

    /// Every object's name and namespace, and what templates name.
    private struct Collector: ObjectListVisitor {
        var names = KnownNames()

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            // Events are named after the moment, and nobody speaks of them by name.
            if T.self == Event.self { return }
            for object in objects {
                names.addIdentity(object.metadata.namespace.string)
                names.addIdentity(object.metadata.name.string)
                if let workload = object as? any Workload { names.add(workload.template.spec) }
            }
        }
    }

    package func contains(_ run: some StringProtocol) -> Bool {
        all.contains(run.lowercased())
    }

    /// Adds a name that was found otherwise, such as that of a variable a program misses.
    package mutating func add(_ name: String) {
        if !name.isEmpty { all.insert(name.lowercased()) }
    }

    func adding(_ names: [String]) -> KnownNames {
        var result = self
        for name in names { result.add(name) }
        return result
    }

    private mutating func addIdentity(_ name: String) {
        guard !name.isEmpty, all.insert(name.lowercased()).inserted else { return }
        identities.append(name)
    }

    private mutating func add(_ entry: StringMap.Entry) {
        add(entry.key.string)
        add(entry.value.string)
    }

    private mutating func add(_ spec: PodSpec) {
        addIdentity(spec.nodeName.string)
        add(spec.serviceAccountName.string)
        for container in spec.containers + spec.initContainers {
            add(container.name.string)
            add(image: container.image.string)
            for port in container.ports { add(port.name.string) }
            for variable in container.env { add(variable) }
            for source in container.envFrom {
                addIdentity(source.configMapRef?.name.string ?? "")
                addIdentity(source.secretRef?.name.string ?? "")
            }
        }
        for volume in spec.volumes { add(volume) }
        for secret in spec.imagePullSecrets { addIdentity(secret.name.string) }
    }

    private mutating func add(_ variable: EnvVar) {
        add(variable.name.string)
        for source in [variable.valueFrom?.configMapKeyRef, variable.valueFrom?.secretKeyRef] {
            guard let source else { continue }
            addIdentity(source.name.string)
            add(source.key.string)
        }
    }

    private mutating func add(_ volume: Volume) {
        add(volume.name.string)
        let source = volume.source
        let names = [
            source.secret?.secretName, source.configMap?.name,
            source.persistentVolumeClaim?.claimName,
        ]
        for name in names { addIdentity(name?.string ?? "") }
        for item in (source.secret?.items ?? []) + (source.configMap?.items ?? []) {
            add(item.key.string)
        }
    }

    /// The whole reference, and repository, name, tag and digest apart.
    private mutating func add(image: String) {
        add(image)
        for part in image.split(whereSeparator: { "/:@".contains($0) }) { add(String(part)) }
    }
}
