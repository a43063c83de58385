/// One question that the verifier asked of a fix.
package struct Check: Hashable, Sendable {
    package enum Status: String, Sendable {
        case passed, failed
        /// What would decide is not in the snapshot.
        case skipped
    }

    package let name: String
    package let status: Status
    package let message: String

    package init(_ name: String, _ status: Status, _ message: String) {
        self.name = name
        self.status = status
        self.message = message
    }
}

/// What trying a fix on the snapshot showed.
package struct Verification: Hashable, Sendable {
    package let status: Check.Status
    package let checks: [Check]

    /// Failed if a check failed. Passed only if the incident was seen to be gone: everything else
    /// says that the fix does no harm, not that it helps.
    package init(_ checks: [Check]) {
        self.checks = checks
        if checks.contains(where: { $0.status == .failed }) {
            status = .failed
        } else {
            let isGone = checks.contains { $0.name == Self.decisive && $0.status == .passed }
            status = isGone ? .passed : .skipped
        }
    }

    static let decisive = "incident-gone"
}
