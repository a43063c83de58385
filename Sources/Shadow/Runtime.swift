/// A place where a change is tried.
package protocol Runtime: Sendable {
    var name: RuntimeName { get }

    /// Tries the change and says what came of it. Leaves nothing behind, however it ends, unless
    /// it was told to keep a failed environment.
    ///
    /// - Throws: what keeps the change from being tried; a change that fails is a check.
    func prove(_ change: ProposedChange) async throws -> Proof
}

/// What came of trying a change.
package struct Proof: Sendable, Equatable {
    package var checks: [ShadowCheck]
    /// What was made for it, if anything was.
    package var environment: ShadowEnvironment?
    /// Whether that is still there.
    package var isKept = false

    package init(_ checks: [ShadowCheck]) { self.checks = checks }

    package var verdict: Verdict { Verdict(checks) }
}

/// Remembers which environments are there, so that those of a run that was killed can be found.
package protocol EnvironmentLedger: Sendable {
    /// Before anything of it is made.
    func open(_ environment: ShadowEnvironment) throws
    /// It stays, on purpose, until it expires.
    func keep(_ environment: ShadowEnvironment) throws
    /// After all of it is gone.
    func close(_ environment: ShadowEnvironment) throws
}
