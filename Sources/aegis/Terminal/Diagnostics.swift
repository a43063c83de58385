import Glibc

/// Talk to the person, on standard error: one line each, `aegis: warning: …`.
enum Diagnostics {
    static func error(_ message: String) { say("error: \(message)") }
    static func warning(_ message: String) { say("warning: \(message)") }
    static func note(_ message: String) { say(message) }

    private static func say(_ message: String) {
        _ = writeAll(Array("aegis: \(message)\n".utf8), to: STDERR_FILENO)
    }
}
