package import Detection

/// One question put to a change, and the answer with its proof.
package struct ShadowCheck: Sendable, Equatable {
    package enum Status: String, Sendable {
        case passed, failed
        /// It was asked, and the answer cannot be told.
        case inconclusive
        /// It was not asked; says nothing for or against the change.
        case skipped
    }

    package var name: String
    package var status: Status
    /// One sentence; where a server spoke, its own words.
    package var message: String
    package var evidence: [Evidence]

    package init(
        _ name: String, _ status: Status, _ message: String, evidence: [Evidence] = []
    ) {
        self.name = name
        self.status = status
        self.message = message
        self.evidence = evidence
    }
}

/// What all checks together say of a change.
package enum Verdict: String, Sendable, CaseIterable {
    case passed, failed, inconclusive

    /// One refutation is enough. Without one, a question left open keeps the change from passing,
    /// and so does a test that asked nothing.
    package init(_ checks: [ShadowCheck]) {
        if checks.contains(where: { $0.status == .failed }) {
            self = .failed
        } else if checks.contains(where: { $0.status == .inconclusive }) {
            self = .inconclusive
        } else {
            self = checks.contains { $0.status == .passed } ? .passed : .inconclusive
        }
    }
}
