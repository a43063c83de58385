import ArgumentParser
import Glibc

/// The command line's root: what all subcommands share is in `Options`.
@main
struct Aegis: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: Invocation.name,
        abstract: "Find what is broken in a Kubernetes cluster, with the proof.",
        discussion: """
            Runs one job against the current kubeconfig, a dump (-f) or the built-in demo (--demo),
            and ends. Nothing is written to a cluster but what shadow-test, --apply and --record are
            asked to.
            """,
        version: Version.current,
        subcommands: [
            AnalyzeCommand.self, ExplainCommand.self, IndexCommand.self, ManifestsCommand.self,
            MetricsCommand.self, ScaleProposeCommand.self, ScanCommand.self,
            ShadowTestCommand.self,
        ])

    /// Replaces the parser's own entry point, so that every failure is one sentence and has its
    /// exit status.
    static func main() async {
        // A reader that goes away shows as EPIPE, where it is dealt with.
        signal(SIGPIPE, SIG_IGN)
        do {
            try SubcommandPath.check(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            leave(ExitStatus.clean.rawValue)
        } catch {
            end(error)
        }
    }

    /// Help, version and usage errors are the parser's to print; all other errors ours.
    private static func end(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        if error is ExitCode { leave(code.rawValue) }
        let isOurs = code == .failure && !(error is ValidationError)
        do {
            if isOurs { throw error }
            let text = fullMessage(for: error)
            guard code == .success else {
                Diagnostics.usage(text)
                leave(code.rawValue)
            }
            try StandardOutput.write(Invocation.asCalled(HelpNote.added(to: text)) + "\n")
        } catch {
            Diagnostics.error("\(error)")
            leave(ExitStatus.failed.rawValue)
        }
        leave(ExitStatus.clean.rawValue)
    }

    /// Without what libraries registered to be done at exit: OpenSSL frees what a network thread
    /// that is just ending still uses. Our own output is not buffered.
    private static func leave(_ status: Int32) -> Never {
        fflush(nil)
        _exit(status)
    }
}
