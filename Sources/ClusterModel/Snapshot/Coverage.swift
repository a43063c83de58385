/// How much of one resource was read. What could not be read is never taken for healthy.
package struct Coverage: Hashable, Sendable {
    package enum State: String, Sendable {
        /// All of it, or all that the asked scope holds.
        case complete
        /// Some of it; the reason says what is missing.
        case partial
        /// The caller may not list it.
        case forbidden
        /// The server, or the dump, does not have it.
        case absent
        /// Reading it failed.
        case failed
    }

    package let kind: Kind
    package var state: State
    package var count: Int
    package var reason: String

    package init(_ kind: Kind, _ state: State, count: Int = 0, reason: String = "") {
        self.kind = kind
        self.state = state
        self.count = count
        self.reason = reason
    }

    /// True if a missing object of this kind is known to be missing.
    package var isComplete: Bool { state == .complete }

    /// True if the scan cannot vouch for this resource.
    package var isGap: Bool { state == .partial || state == .forbidden || state == .failed }

    /// What two parts of one kind's reading amount to.
    package func joined(to earlier: Coverage?) -> Coverage {
        guard let earlier else { return self }
        var sum = self
        sum.count += earlier.count
        if state == earlier.state { return sum }
        sum.state = .partial
        sum.reason = [earlier.reason, reason].filter { !$0.isEmpty }.joined(separator: "; ")
        return sum
    }
}
