package import ClusterModel

extension ContainerStateTerminated {
    /// `exit code 139 (SIGSEGV: it touched memory that is not its own)`.
    package var summary: String {
        meaning.map { "exit code \(exitCode) (\($0))" } ?? "exit code \(exitCode)"
    }

    /// The signal that ended it, given or, as shells do, in the code: 128 and the signal.
    var endingSignal: Int? {
        if signal > 0 { return signal }
        return (129...159).contains(exitCode) ? exitCode - 128 : nil
    }

    /// What the exit code tells by convention; nil where it is the application's own.
    var meaning: String? {
        switch (reason, exitCode) {
        case ("StartError", _), ("ContainerCannotRun", _): return "the runtime could not start it"
        case ("ContainerStatusUnknown", _): return "its node lost track of it"
        case ("OOMKilled", _): return "SIGKILL: it used more memory than it may"
        case (_, 0): return "it ended without an error"
        case (_, 1): return "the application reports an error"
        case (_, 2): return "wrong use of a shell command or of arguments"
        case (_, 126): return "the command is not executable"
        case (_, 127): return "the command was not found"
        case (_, 128): return "the command gave no valid exit code"
        case (_, 255): return "the application reports an error out of range"
        default: return endingSignal.map(Self.meaning(ofSignal:))
        }
    }

    private static func meaning(ofSignal signal: Int) -> String {
        switch signal {
        case 1: "SIGHUP: its terminal or parent went away"
        case 2: "SIGINT: it was interrupted"
        case 3: "SIGQUIT: it was told to quit"
        case 4: "SIGILL: an instruction its processor does not know"
        case 6: "SIGABRT: it aborted itself"
        case 7: "SIGBUS: a bad memory access"
        case 8: "SIGFPE: an arithmetic error"
        case 9: "SIGKILL: killed from outside, after its grace period, by a probe or for memory"
        case 11: "SIGSEGV: it touched memory that is not its own"
        case 13: "SIGPIPE: its reader went away"
        case 15: "SIGTERM: it was asked to stop"
        default: "signal \(signal)"
        }
    }
}
