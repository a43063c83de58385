package import Detection

/// All that is known of one incident: why, what follows, what helps, and what speaks for that.
package struct IncidentAnalysis: Sendable {
    package let incident: Incident
    package internal(set) var facts: [Fact]
    /// The most likely first; never empty.
    package let causes: [RootCause]
    /// From the cause to the symptom.
    package let chain: [ChainLink]
    /// The best first: verified ones, then those that could not be tried, then refuted ones.
    package let fixes: [Fix]
    /// Of the first fix.
    package private(set) var verification: Verification
    package let runs: [AgentRun]
    /// What a language model added, if one was asked.
    package internal(set) var opinion: Opinion?

    /// With one more check of the first fix.
    package func adding(_ check: Check) -> IncidentAnalysis {
        var copy = self
        copy.verification = Verification(verification.checks + [check])
        return copy
    }

    /// True if fixes were tried and none of them holds.
    package var isRefuted: Bool {
        !fixes.isEmpty && fixes.allSatisfy { $0.standing == .refuted }
    }
}

/// How one of the three agents fared.
package struct AgentRun: Hashable, Sendable {
    package enum Status: String, Sendable {
        case succeeded
        /// It had nothing to say: no cause known, no fix to offer, none to verify.
        case idle
        /// The verifier refuted everything that it was given.
        case refuted
    }

    package let name: AgentName
    package var iterations: Int
    package var status: Status
    package var seconds: Double
}

/// The agents, in the order in which they work.
package enum AgentName: String, CaseIterable, Sendable {
    case rca = "rca_agent"
    case solution = "solution_agent"
    case verifier = "verifier_agent"
}
