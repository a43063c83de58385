/// Which pods are meant, by the fields the API server selects pods on.
package struct FieldSelector: Hashable, Sendable {
    private struct Term: Hashable {
        let field: Field
        let value: Symbol
        let isEqual: Bool
    }

    private enum Field: String {
        case name = "metadata.name"
        case namespace = "metadata.namespace"
        case nodeName = "spec.nodeName"
        case phase = "status.phase"
        case restartPolicy = "spec.restartPolicy"
        case serviceAccountName = "spec.serviceAccountName"
    }

    private var terms: [Term] = []

    /// Parses `spec.nodeName=node-1,status.phase!=Running`; nil for other fields or syntax.
    package init?(text: String) {
        for part in text.split(separator: ",").map(String.init) {
            let unequal = part.halves(at: "!=")
            guard let (name, value) = unequal ?? part.halves(at: "==") ?? part.halves(at: "="),
                let field = Field(rawValue: name)
            else { return nil }
            terms.append(Term(field: field, value: Symbol(value), isEqual: unequal == nil))
        }
        if terms.isEmpty { return nil }
    }

    package func matches(_ pod: Pod) -> Bool {
        terms.allSatisfy { term in
            let value =
                switch term.field {
                case .name: pod.metadata.name
                case .namespace: pod.metadata.namespace
                case .nodeName: pod.spec.nodeName
                case .phase: pod.status.phase
                case .restartPolicy: pod.spec.restartPolicy
                case .serviceAccountName: pod.spec.serviceAccountName
                }
            return (value == term.value) == term.isEqual
        }
    }
}
