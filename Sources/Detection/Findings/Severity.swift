/// How much an incident matters.
package enum Severity: String, CaseIterable, Sendable {
    case low, medium, high, critical
}

extension Severity: Comparable {
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
