import ArgumentParser
import ClusterModel
import Detection

/// What an analysis is to be about.
enum Subject: Hashable {
    case everything
    /// The start of an incident's id.
    case incident(String)
    case object(Kind, String)

    /// `[]`, `["7f3a"]`, `["deploy/cart"]`, or `["deploy", "cart"]`.
    init(_ words: [String]) throws {
        let words = words.count == 1 ? words[0].split(separator: "/").map(String.init) : words
        switch words.count {
        case 0: self = .everything
        case 1: self = .incident(words[0].lowercased())
        case 2:
            guard let kind = Kind(kubectlName: words[0]) else {
                let near = nearestName(to: words[0].lowercased(), among: Kind.kubectlNames)
                throw ValidationError(
                    "there is no kind \"\(words[0])\" that aegis reads"
                        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
            }
            self = .object(kind, words[1])
        default: throw ValidationError("name one object or one incident, or nothing for all")
        }
    }

    /// - Throws: if there is no such incident or object. One that is there and well has none.
    func choose(from incidents: [Incident], in index: ClusterIndex) throws -> [Incident] {
        switch self {
        case .everything: return incidents
        case .incident(let start):
            let found = incidents.filter { $0.id.hasPrefix(start) }
            if found.count == 1 { return found }
            throw found.isEmpty
                ? InputError.noIncident(start, incidents)
                : InputError.severalIncidents(start, found)
        case .object(let kind, let name):
            let found = incidents.filter { incident in
                ([incident.resource] + incident.affected + incident.owners)
                    .contains { $0.kind == kind && $0.name.string == name }
            }
            if found.isEmpty, !index.snapshot.holds(kind, name) {
                throw InputError.noObject(kind, name, index.snapshot)
            }
            return found
        }
    }
}

extension InputError {
    fileprivate static func noIncident(_ id: String, _ all: [Incident]) -> InputError {
        let near = all.prefix(3).map { "\($0.id) (\($0.rule.category.rawValue) \($0.resource))" }
        return InputError(
            message: "no incident's id begins with \"\(id)\""
                + (near.isEmpty
                    ? "; there are no incidents"
                    : "; there are \(near.joined(separator: ", "))"
                        + (all.count > 3 ? " and \(all.count - 3) more" : ""))
                + "; objects are named KIND/NAME")
    }

    fileprivate static func severalIncidents(_ id: String, _ found: [Incident]) -> InputError {
        InputError(
            message: "\(found.count) incidents' ids begin with \"\(id)\": "
                + found.prefix(4).map(\.id).joined(separator: ", "))
    }

    fileprivate static func noObject(
        _ kind: Kind, _ name: String, _ snapshot: Snapshot
    ) -> InputError {
        let near = nearestName(to: name, among: snapshot.names(of: kind))
        let gap = snapshot.isComplete(kind) ? "" : " among what could be read"
        return InputError(
            message: "there is no \(kind.name) \"\(name)\"\(gap)"
                + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
}

extension Snapshot {
    fileprivate func names(of kind: Kind) -> [Symbol] {
        var names = NameCollector(kind: kind)
        var copy = self
        try? copy.each(&names)
        return names.names
    }

    fileprivate func holds(_ kind: Kind, _ name: String) -> Bool {
        names(of: kind).contains(Symbol(name))
    }

    private struct NameCollector: ObjectListVisitor {
        let kind: Kind
        var names: [Symbol] = []

        mutating func visit<T: KubeObject>(_ objects: inout [T]) {
            if T.kind == kind { names = objects.map(\.metadata.name) }
        }
    }
}
