import ClusterModel
import Detection

/// Which field of an Ingress names what is not there, and what it should say.
enum IngressCauses: CauseRule {
    static func causes(of file: inout CaseFile) -> [RootCause] {
        let key = file.incident.resource
        guard let place = file.index.position(of: key), key.kind == .ingress,
            let proof = file.incident.evidence.first
        else { return [] }
        let ingress = file.snapshot.ingresses[place]
        let (pointer, right) = remedy(ingress, proof, file)
        return [
            file.workloadCause(
                .ingressField(key, pointer: pointer, right: right), .certain, file.incident.message)
        ]
    }

    private static func remedy(
        _ ingress: Ingress, _ proof: Evidence, _ file: CaseFile
    ) -> (pointer: String, right: JSONValue?) {
        let namespace = ingress.metadata.namespace
        let pointer = "/" + proof.path.pointerPart
        if proof.path == "spec.ingressClassName" {
            return (pointer, className(proof, file).map { JSONValue($0) })
        }
        if proof.path.hasPrefix("spec.tls") {
            let secrets = file.snapshot.secrets.inNamespace(namespace).filter {
                $0.type.isEmpty || $0.type == "kubernetes.io/tls"
            }
            let near = nearestName(to: proof.value, among: secrets.map(\.metadata.name))
            return (pointer, near.map { .string($0) })
        }
        let services = file.snapshot.services.inNamespace(namespace)
        guard let backend = ingress.backends.first(where: { $0.path == proof.path })?.backend else {
            return (pointer, nil)
        }
        guard let service = file.index.service(namespace, backend.name) else {
            let near = nearestName(to: backend.name.string, among: services.map(\.metadata.name))
            return ("\(pointer)/service/name", near.map { .string($0) })
        }
        // A name is kept a name where the Service has one.
        guard service.spec.ports.count == 1, let only = service.spec.ports.first else {
            return ("\(pointer)/service/port", near(backend, service))
        }
        return ("\(pointer)/service/port", ["number": .int(Int64(only.port))])
    }

    private static func near(_ backend: IngressBackend, _ service: Service) -> JSONValue? {
        guard case .string(let name)? = backend.port else { return nil }
        return nearestName(to: name.string, among: service.spec.ports.map(\.name))
            .map { ["name": .string($0)] }
    }

    private static func className(_ proof: Evidence, _ file: CaseFile) -> Symbol? {
        let names = file.snapshot.ingressClasses.map(\.metadata.name)
        // Another class than the one meant may open to the world what was to stay inside.
        return nearestName(to: proof.value, among: names).map(Symbol.init)
    }
}
