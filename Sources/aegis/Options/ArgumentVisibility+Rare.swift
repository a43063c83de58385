import ArgumentParser

extension ArgumentVisibility {
    /// Of options that few people need: help fits one screen without them, and `--help-hidden` has
    /// them. The parser would leave them out of completions and of what man pages are made of too,
    /// so when it is asked for those, nothing is hidden.
    static let rare: ArgumentVisibility =
        CommandLine.arguments.contains {
            $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help"
        } ? .default : .hidden
}
