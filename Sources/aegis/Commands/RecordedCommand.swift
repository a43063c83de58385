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
        var record = RunRecord(command: Self.recordedName)
        let status: ExitStatus
        do {
            status = try await perform(&record)
        } catch {
            record.end(.failed)
            record.save(state, environment: Environment.current)
            throw error
        }
        record.end(status)
        record.save(state, environment: Environment.current)
        if status != .clean { throw status.code }
    }
}
