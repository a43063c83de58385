import ArgumentParser

/// What is remembered from run to run.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where state is kept, instead of $XDG_STATE_HOME/aegis.", valueName: "directory"),
        completion: .directory)
    var stateDir: String?

    @Flag(help: "Remember nothing of this run.")
    var noState = false

    func validate() throws {
        if stateDir?.isEmpty ?? false { throw ValidationError("--state-dir names no directory") }
    }
}
