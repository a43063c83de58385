/// How sure a cause is. Three steps, each with a rule for when it may be claimed, because a
/// percentage would pretend to a measurement that nobody made.
package enum Confidence: String, CaseIterable, Sendable {
    /// The objects themselves say so: a field names what a complete list does not have, a state
    /// names the reason, a sum exceeds a limit.
    case certain
    /// One explanation fits everything that was seen, and the step that is not written down is
    /// small: the message of a program, a change just before the trouble began.
    case likely
    /// It fits, and so may others: only an exit code, a timeout, something that was not read.
    case possible
}

extension Confidence: Comparable {
    package static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .possible: 0
        case .likely: 1
        case .certain: 2
        }
    }
}
