import ArgumentParser

/// What the process ends with. The table is part of the contract: README and man pages repeat it.
enum ExitStatus: Int32, CaseIterable {
    /// Ran, read everything, and nothing is at or above `--fail-on`.
    case clean = 0
    /// Something is at or above `--fail-on`; in a look-up, nothing has the key.
    case found = 1
    /// Could not run: unreachable, unauthorised, unreadable input.
    case failed = 2
    /// Nothing at or above `--fail-on`, but not everything could be read.
    case partial = 3
    /// A shadow test or a verification refuted the change.
    case refuted = 4
    /// Refused: an opt-in is missing, a peer has priority, or a policy forbids it.
    case refused = 5
    /// The command line was wrong.
    case usage = 64

    /// Nothing has the key, as grep says that nothing matches.
    static let notFound = found

    var code: ExitCode { ExitCode(rawValue) }
}
