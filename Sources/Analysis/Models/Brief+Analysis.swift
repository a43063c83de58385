internal import ClusterModel
package import Detection
internal import StructuredData

extension Brief {
    /// What the rules made of an incident. More may be asked of every object that has to do with it.
    package init(_ analysis: IncidentAnalysis) {
        let incident = analysis.incident
        self.init(
            incident:
                "\(incident.rule.category.rawValue) on \(incident.resource): \(incident.message)")
        objects = analysis.objects.map(\.description)
        observations = analysis.facts.map(Item.init)
        causes = analysis.causes.enumerated().map {
            Item(id: "C\($0 + 1)", text: "\($1.summary) [\($1.confidence.rawValue)]")
        }
        let first = analysis.causes.first?.confidence
        openCauses = Set(
            analysis.causes.enumerated().filter {
                first != .certain && $0.element.confidence == first
            }.map { "C\($0.offset + 1)" })
        fixes = analysis.fixes.enumerated().map {
            Item(id: "F\($0 + 1)", text: "\($1.title) [\($1.standing.rawValue)]: \($1.rationale)")
        }
        let standing = analysis.fixes.first?.standing
        openFixes = Set(
            analysis.fixes.enumerated().filter {
                standing != .refuted && $0.element.standing == standing
            }.map { "F\($0.offset + 1)" })
    }
}

extension Brief.Item {
    init(_ fact: Fact) {
        let evidence = fact.evidence
        let note = evidence.note.isEmpty ? "" : " (\(evidence.note))"
        self.init(
            id: fact.id.description,
            text: "\(evidence.resource) \(evidence.path): \(evidence.value)\(note)")
    }
}

extension IncidentAnalysis {
    /// Objects that may be asked about: an incident's own, its facts', and no other.
    fileprivate var objects: [ObjectKey] {
        var seen: Set<ObjectKey> = []
        let all = [incident.resource] + facts.map(\.evidence.resource) + incident.affected
        return Array(all.filter { seen.insert($0).inserted }.prefix(20))
    }

    /// Takes over what a model said; the facts that it was given on request become the analysis'.
    package mutating func take(_ opinion: Opinion, _ found: [Evidence]) {
        self.opinion = opinion
        for evidence in found {
            facts.append(Fact(id: Fact.ID(number: facts.count + 1), evidence: evidence))
        }
    }
}

/// Answers what a model asks for, from what was read. Nothing is fetched for it.
package struct EvidenceDesk: Sendable {
    private static let limit = 12
    private let view: ClusterView
    private let logs: LogArchive
    private let redactor: Redactor

    package init(_ view: ClusterView, logs: LogArchive, redactor: Redactor) {
        self.view = view
        self.logs = logs
        self.redactor = redactor
    }

    /// Facts about an object of the analysis, redacted, as what is found out this way is also
    /// reported.
    package func answer(
        _ request: EvidenceRequest, about analysis: IncidentAnalysis
    ) -> [Evidence] {
        guard let key = analysis.objects.first(where: { $0.description == request.object }) else {
            return []
        }
        let found =
            switch request.tool {
            case .events: events(key)
            case .log: log(key)
            case .spec: fields(key, below: "spec")
            case .status: fields(key, below: "status")
            }
        let known = Set(analysis.facts.map(\.evidence))
        return found.filter { !known.contains($0) }.prefix(Self.limit).map { evidence in
            Evidence(
                evidence.resource, evidence.path, redactor.redact(evidence.value).description,
                note: evidence.note)
        }
    }

    private func events(_ key: ObjectKey) -> [Evidence] {
        view.index.events(about: key).suffix(Self.limit).map {
            Evidence(key, "event", "\($0.reason): \($0.message)", note: "\($0.lastSeen)")
        }
    }

    private func log(_ key: ObjectKey) -> [Evidence] {
        guard key.kind == .pod, let pod = view.index.pod(key) else { return [] }
        return pod.spec.containers.flatMap { container in
            logs.lines(of: container.name, in: key).suffix(Self.limit).map {
                Evidence(key, $0.path, String($0.text.prefix(400)))
            }
        }
    }

    private func fields(_ key: ObjectKey, below part: String) -> [Evidence] {
        let document = try? Snapshot.document(of: key, in: view.snapshot)
        guard let document = document?[part] else { return [] }
        return document.leaves(below: part).prefix(Self.limit * 4).map {
            Evidence(key, $0.path, $0.value)
        }
    }
}

extension JSONValue {
    fileprivate func leaves(below path: String) -> [(path: String, value: String)] {
        switch self {
        case .object(let members): members.flatMap { $0.value.leaves(below: "\(path).\($0.key)") }
        case .array(let elements):
            elements.enumerated().flatMap { $1.leaves(below: "\(path)[\($0)]") }
        case .string(let text): [(path, text)]
        default: [(path, compactText)]
        }
    }
}
