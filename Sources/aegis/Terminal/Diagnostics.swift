import Glibc
import StructuredData

/// Talk to the person, on standard error: one line each, `aegis: warning: …`, or as kubectl's
/// plugin `kubectl aegis: warning: …`.
enum Diagnostics {
    static func error(_ message: String) { say("error: \(message)") }
    static func warning(_ message: String) { say("warning: \(message)") }
    static func note(_ message: String) { say(message) }

    /// What the parser says of a wrong command line, which has its own form.
    static func usage(_ message: String) { write(message) }

    private static func say(_ message: String) { write("\(Invocation.name): \(message)") }

    /// Names in a message may hold anything; the lines of an error that shows its place stay.
    private static func write(_ message: String) {
        let lines = Invocation.asCalled(message)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { String($0).printable }.joined(separator: "\n")
        _ = writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO)
    }
}
