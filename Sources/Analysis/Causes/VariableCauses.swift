import ClusterModel
import Detection

/// A variable that a program asks for and its container does not set: where its value lies, or under
/// which other name it is set.
enum VariableCauses {
    static func cause(
        _ name: String, _ place: ContainerPlace, _ fact: Fact.ID, _ file: inout CaseFile
    ) -> RootCause {
        let container = file.podSpec(of: place.workload)?.container(place.container)?.container
        let provided = Provided(to: container, in: place.workload.namespace, file.view)
        let set = provided.names
        let isSet = set.contains { $0.string == name }
        if !isSet, let near = nearestName(to: name, among: set) {
            let field = file.cite(
                place.workload, "env of container \(place.container)", near,
                note: "the nearest variable that is set")
            return file.cause(
                .renamedVariable(place, name: name, present: Symbol(near)), place, .likely,
                "Container \"\(place.container)\" needs variable \(name); what is set is "
                    + "\(near).", [fact, field])
        }
        let source = isSet ? nil : file.source(of: name, in: place.workload.namespace)
        var facts = [fact]
        if let source {
            facts.append(
                file.cite(
                    source.object, "data[\(source.key)]", "present", note: "its likely source"))
        }
        let names = set.isEmpty ? "none" : set.map(\.string).joined(separator: ", ")
        facts.append(
            file.cite(place.workload, "env of container \(place.container)", names))
        let hint = source.map { "; \($0.object) has key \"\($0.key)\"" } ?? ""
        return file.cause(
            .missingVariable(place, name: name, source: source), place,
            provided.isWhole && !isSet ? .certain : .likely,
            isSet
                ? "Container \"\(place.container)\" says that variable \(name) is missing: it is "
                    + "set, so its value must be empty or wrong."
                : "Container \"\(place.container)\" needs variable \(name), which is not set\(hint).",
            facts)
    }
}

/// The names of a container's variables: its own, and the keys of whole ConfigMaps and Secrets.
private struct Provided {
    private(set) var names: [Symbol] = []
    /// False if a source's keys could not be read.
    private(set) var isWhole: Bool

    init(to container: Container?, in namespace: Symbol, _ view: ClusterView) {
        isWhole = container != nil
        guard let container else { return }
        names = container.env.map(\.name)
        for source in container.envFrom {
            add(source.configMapRef, .configMap, source.prefix, namespace, view)
            add(source.secretRef, .secret, source.prefix, namespace, view)
        }
    }

    private mutating func add(
        _ reference: OptionalReference?, _ kind: Kind, _ prefix: Symbol, _ namespace: Symbol,
        _ view: ClusterView
    ) {
        guard let reference else { return }
        guard let keys = view.keys(of: ObjectKey(kind, namespace, reference.name)) else {
            isWhole = false
            return
        }
        names += prefix.isEmpty ? keys : keys.map { Symbol("\(prefix)\($0)") }
    }
}

extension CaseFile {
    /// A key of the namespace that is called like the variable: `DATABASE_URL`, `database-url`.
    fileprivate func source(of name: String, in namespace: Symbol) -> VariableSource? {
        let wanted = name.lowercased().filter { $0 != "_" }
        func match(_ keys: [Symbol]) -> Symbol? {
            keys.first { key in
                key.string.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." } == wanted
            }
        }
        for secret in snapshot.secrets.inNamespace(namespace) {
            guard let key = match(secret.data.names + secret.stringData.names) else { continue }
            return VariableSource(object: secret.key, key: key)
        }
        for map in snapshot.configMaps.inNamespace(namespace) {
            guard let key = match(map.data.names) else { continue }
            return VariableSource(object: map.key, key: key)
        }
        return nil
    }
}
