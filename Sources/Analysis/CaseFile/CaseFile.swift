package import ClusterModel
package import Detection

/// One incident with all that can be looked up about it, and the facts that were cited so far.
package struct CaseFile: Sendable {
    package let incident: Incident
    package let view: ClusterView
    package let logs: LogArchive
    package private(set) var facts: [Fact] = []

    package init(_ incident: Incident, in view: ClusterView, logs: LogArchive = LogArchive()) {
        self.incident = incident
        self.view = view
        self.logs = logs
        for evidence in incident.evidence { cite(evidence) }
    }

    package var snapshot: Snapshot { view.snapshot }
    package var index: ClusterIndex { view.index }

    /// Writes a fact down, once, and gives its name.
    @discardableResult
    package mutating func cite(_ evidence: Evidence) -> Fact.ID {
        if let known = facts.first(where: { $0.evidence == evidence }) { return known.id }
        let id = Fact.ID(number: facts.count + 1)
        facts.append(Fact(id: id, evidence: evidence))
        return id
    }

    package mutating func cite(
        _ object: ObjectKey, _ path: String, _ value: String, note: String = ""
    ) -> Fact.ID {
        cite(Evidence(object, path, value, note: note))
    }

    /// The most telling of the incident's own evidence, which stands first.
    package var given: [Fact.ID] { facts.prefix(min(4, incident.evidence.count)).map(\.id) }
}

extension CaseFile {
    /// The incident's object and all that suffers from it.
    var objects: [ObjectKey] { [incident.resource] + incident.affected }

    /// The pods that the incident is about, those whose evidence was given first.
    var pods: [Pod] {
        let shown = incident.evidence.map(\.resource).filter { $0.kind == .pod }
        var seen: Set<ObjectKey> = []
        return (shown + objects).filter { $0.kind == .pod && seen.insert($0).inserted }
            .compactMap(index.pod)
    }

    /// Whom the change has to be made on: the incident's workload, or the workloads of its pods.
    var workloads: [ObjectKey] {
        if incident.resource.kind.makesPods || incident.resource.kind == .pod {
            return [incident.resource]
        }
        let made = incident.affected.filter(\.kind.makesPods).map(index.topOwner)
        return Set(made + pods.map(index.workload(of:))).sorted()
    }
}

extension Kind {
    /// True for the kinds whose objects make pods.
    var makesPods: Bool {
        switch self {
        case .cronJob, .daemonSet, .deployment, .job, .replicaSet, .statefulSet: true
        default: false
        }
    }
}
