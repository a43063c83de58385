import ArgumentParser

/// A subcommand whose runs are counted: it says what it does, and what all runs have in common is
/// here.
protocol RecordedCommand: AsyncParsableCommand {
    /// What metrics call the subcommand.
    static var recordedName: String { get }

    var state: StateOptions { get }

    /// Does the work, writes the result and says what it amounts to.
    func perform(_ run: inout RunRecord) async throws -> ExitStatus
}

extension RecordedCommand {
    static var recordedName: String { _commandName }

    func run() async throws {
        let status = try await RunRecord.of(Self.recordedName, state) { run in
            let status = try await perform(&run)
            return (status, status)
        }
        if status != .clean { throw status.code }
    }
}
