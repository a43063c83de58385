import ClusterModel
import Scaling

// Objects: those of the demo if that is looked at, else those of which the state knows incidents or
// proposals.

extension LocalNames {
    /// `deployment` or `7f3a…`; behind `deploy/` or `deploy ` the names.
    func subjects(_ prefix: String, at place: Int) -> [String] {
        if prefix.contains("/") { return objects(prefix, of: Kind.listed) }
        let before = words.indices.contains(place - 1) ? words[place - 1] : ""
        if let kind = Kind(kubectlName: before) { return names(of: kind) }
        return Kind.listed.map { $0.name.lowercased() } + incidents
    }

    /// `deployment/web`, and `deployment/` where no name is known; in the spelling that was begun.
    func objects(_ prefix: String, of kinds: [Kind]) -> [String] {
        if let slash = prefix.firstIndex(of: "/") {
            let begun = prefix[..<slash]
            guard let kind = Kind(kubectlName: String(begun)) else { return [] }
            return names(of: kind).map { "\(begun)/\($0)" }
        }
        let known = references
        return kinds.flatMap { kind -> [String] in
            let names = names(of: kind, among: known)
            let start = "\(kind.name.lowercased())/"
            return names.isEmpty ? [start] : names.map { start + $0 }
        }
    }

    /// Ids, and the objects they are for.
    var proposals: [String] {
        queued.flatMap { [$0.id, $0.target.kubectlName] }
    }

    private func names(of kind: Kind) -> [String] { names(of: kind, among: references) }

    /// In the namespace that is named, if one is.
    private func names(of kind: Kind, among references: [ResourceReference]) -> [String] {
        let namespace = value(of: "-n") ?? value(of: "--namespace")
        let found = references.filter { reference in
            reference.kind == kind.name && !reference.name.isEmpty
                && (namespace.map { $0 == reference.namespace } ?? true)
        }
        return Set(found.map(\.name)).sorted()
    }

    private var references: [ResourceReference] {
        if words.contains("--demo") { return Self.demo }
        let incidents = history(kubeconfig).entries.map(\.incident)
        return incidents.flatMap { [$0.resource] + $0.affected + $0.owners } + queued.map(\.target)
    }

    private var queued: [ScalingProposal] {
        guard let directory = directory(kubeconfig) else { return [] }
        return (try? ProposalQueue(directory).proposals(now: .current))?.items.value ?? []
    }

    private static var demo: [ResourceReference] {
        guard var snapshot = try? DemoSource(filter: ObjectFilter()).capture().snapshot else {
            return []
        }
        var collector = ReferenceCollector()
        try? snapshot.each(&collector)
        return collector.references
    }

    private struct ReferenceCollector: ObjectListVisitor {
        var references: [ResourceReference] = []

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            references += objects.map { ResourceReference($0.key) }
        }
    }
}
