import ArgumentParser

/// What is set beforehand, and what is remembered from run to run. Every subcommand takes these.
struct StateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Settings, instead of $XDG_CONFIG_HOME/aegis/config.yaml.", valueName: "file",
            visibility: .rare),
        completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Where state is kept, instead of $XDG_STATE_HOME/aegis.", valueName: "directory",
            visibility: .rare),
        completion: .directory)
    var stateDir: String?

    @Flag(help: "Remember nothing of this run.")
    var noState = false

    @OptionGroup var log: LogOptions

    func validate() throws {
        if config?.isEmpty ?? false { throw ValidationError("--config names no file") }
        if stateDir?.isEmpty ?? false { throw ValidationError("--state-dir names no directory") }
    }
}
