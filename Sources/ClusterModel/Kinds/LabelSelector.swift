package import StructuredData

/// Which labels an object must have (`meta/v1` LabelSelector). The empty selector matches everything.
package struct LabelSelector: Message, Hashable {
    package var matchLabels = StringMap()
    package var matchExpressions: [LabelSelectorRequirement] = []

    package var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }

    package func matches(_ labels: StringMap) -> Bool {
        labels.contains(matchLabels) && matchExpressions.allSatisfy { $0.matches(labels) }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("matchLabels", 1, &matchLabels)
        try visit.field("matchExpressions", 2, &matchExpressions)
    }
}

/// One term of a label selector, a node selector or a topology constraint.
package struct LabelSelectorRequirement: Message, Hashable {
    package var key = Symbol.empty
    package var `operator` = Symbol.empty
    package var values: [Symbol] = []

    /// The operators of `meta/v1` selectors and, beyond them, node affinity's Gt and Lt.
    package func matches(_ labels: StringMap) -> Bool {
        let value = labels[key]
        switch `operator` {
        case "In": return value.map(values.contains) ?? false
        case "NotIn": return value.map { !values.contains($0) } ?? true
        case "Exists": return value != nil
        case "DoesNotExist": return value == nil
        case "Gt", "Lt":
            guard let have = value.flatMap({ Int($0.string) }),
                let want = values.first.flatMap({ Int($0.string) })
            else { return false }
            return `operator` == "Gt" ? have > want : have < want
        default: return false
        }
    }

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("key", 1, &key)
        try visit.field("operator", 2, &`operator`)
        try visit.field("values", 3, &values)
    }
}
