import Logging
import StructuredData
import Synchronization

/// Talk to the person, on standard error: one line each, `aegis: warning: …` (or `kubectl aegis: …`,
/// as which it was called), or JSON for those who collect it.
enum Diagnostics {
    /// What is said unless more is asked for: notices and what is worse.
    private static let logger = Mutex(makeLogger(.notice, .text))

    static func configure(_ level: Logger.Level, _ format: LogFormat) {
        logger.withLock { $0 = makeLogger(level, format) }
    }

    static func error(_ message: String) { say(.error, message) }
    static func warning(_ message: String) { say(.warning, message) }
    static func note(_ message: String) { say(.notice, message) }
    static func info(_ message: @autoclosure () -> String) { say(.info, message()) }
    static func debug(_ message: @autoclosure () -> String) { say(.debug, message()) }

    /// What could not be read, for output that does not say so itself.
    static func gaps(_ gaps: [CoverageRecord]) {
        for gap in gaps { warning("not seen: \(gap.text)") }
    }

    /// What the parser says of a wrong command line, which has its own form.
    static func usage(_ message: String) { StandardErrorHandler.write(message) }

    private static func say(_ level: Logger.Level, _ message: @autoclosure () -> String) {
        let logger = logger.withLock { $0 }
        logger.log(level: level, "\(message())")
    }

    private static func makeLogger(_ level: Logger.Level, _ format: LogFormat) -> Logger {
        Logger(label: "aegis") { _ in StandardErrorHandler(logLevel: level, format: format) }
    }
}
